/** What both forms of a dashboard say alike, beside its panels. */
import type { DataSourceType } from './model.js';
import type { RowId } from './panels.js';
import type { Store } from './subjects.js';

export type Frame = {
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly timeZone: string;
  readonly refresh: string;
  readonly from: string;
  readonly store: Store;
  /** The data source's uid, or a variable. */
  readonly datasource: string;
  readonly hasDatasourceVariable: boolean;
  readonly datasourceLabel: string;
  readonly rowTitle: (row: RowId) => string;
};

/** The variable that holds the data source. */
export const datasourceVariable = 'datasource';
/** As other texts refer to it. */
export const datasourceReference = `\${${datasourceVariable}}`;

/** Any value, and none at all, so that series without the attribute are shown. */
export const anyValue: Readonly<Record<DataSourceType, string>> = {
  prometheus: '.*',
  influxdb: '.*',
  elasticsearch: '*',
};

/** All values together, as Grafana keeps that choice. */
export const allChosen = (): { text: string[]; value: string[] } => ({ text: ['All'], value: ['$__all'] });
