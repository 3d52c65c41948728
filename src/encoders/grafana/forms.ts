/** What is written of a batch: either form of its dashboards, and its alert rules. What is not asked for costs nothing. */
import type { GrafanaAlertFile, GrafanaAlertRule, GrafanaDashboard, GrafanaResource } from './model.js';

export const grafanaForms = ['classic', 'v2', 'alerts'] as const;

/** `classic` is `dashboard`, `v2` is `resource`, `alerts` are `alertRules` and `alertFile`. */
export type GrafanaForm = (typeof grafanaForms)[number];

type Members = {
  dashboard: GrafanaDashboard;
  /** The same dashboard in the second form. */
  resource: GrafanaResource;
  alertRules: GrafanaAlertRule[];
  /** The same rules as a file. */
  alertFile: GrafanaAlertFile;
};

type MemberNames = { classic: 'dashboard'; v2: 'resource'; alerts: 'alertRules' | 'alertFile' };

/** One of two, where it may be either form. */
type MembersOf<Form extends GrafanaForm> = Form extends GrafanaForm ? Pick<Members, MemberNames[Form]> : never;

type Union<Forms extends readonly GrafanaForm[]> = Forms extends readonly [
  infer First extends GrafanaForm,
  ...infer Others extends readonly GrafanaForm[],
]
  ? MembersOf<First> & Union<Others>
  : unknown;

export type AllGrafanaForms = readonly ['classic', 'v2', 'alerts'];

/** What a call returns: the members of the forms that were asked for. Any may be absent where those are not known. */
export type GrafanaPayload<Forms extends readonly GrafanaForm[] = AllGrafanaForms> = Forms extends AllGrafanaForms
  ? Members
  : number extends Forms['length']
    ? Partial<Members>
    : Union<Forms>;

/** What is built: members are left out, not empty. */
export type GrafanaParts = Partial<Members>;
