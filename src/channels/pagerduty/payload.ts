/** What PagerDuty's Events API v2 takes. Arrays are mutable and types are aliases, as its clients want them. */

/** What JSON can hold, and nothing else. */
export type PagerDutyDetail = string | number | boolean | null | PagerDutyDetail[] | PagerDutyDetails;

export type PagerDutyDetails = { [name: string]: PagerDutyDetail };

/** The four that the API knows. */
export type PagerDutySeverity = 'critical' | 'error' | 'warning' | 'info';

export type PagerDutyLink = { href: string; text?: string };

export type PagerDutyImage = { src: string; alt?: string };

/** PD-CEF, the common event format. */
export type PagerDutyEventBody = {
  summary: string;
  source: string;
  severity: PagerDutySeverity;
  /** ISO 8601 with `Z`. */
  timestamp?: string;
  component?: string;
  group?: string;
  class?: string;
  custom_details?: PagerDutyDetails;
};

/** Opens an alert, or updates the open one with the same key. */
export type PagerDutyTriggerPayload = {
  /** Absent where neither the tenant nor the call has one: put it beside the payload then. */
  routing_key?: string;
  event_action: 'trigger';
  dedup_key: string;
  payload: PagerDutyEventBody;
  images?: PagerDutyImage[];
  links?: PagerDutyLink[];
  client?: string;
  client_url?: string;
};

/** Acknowledges or resolves the open alert with this key. The API takes nothing else with it. */
export type PagerDutyUpdatePayload<Action extends 'acknowledge' | 'resolve' = 'acknowledge' | 'resolve'> = {
  routing_key?: string;
  event_action: Action;
  dedup_key: string;
};

/** Tells that something was changed; opens no alert. For `/v2/change/enqueue`. */
export type PagerDutyChangePayload = {
  routing_key?: string;
  payload: {
    summary: string;
    source: string;
    timestamp?: string;
    custom_details?: PagerDutyDetails;
  };
  links?: PagerDutyLink[];
};

export type PagerDutyPayload = PagerDutyTriggerPayload | PagerDutyUpdatePayload | PagerDutyChangePayload;
