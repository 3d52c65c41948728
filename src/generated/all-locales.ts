// Written by scripts/gen-messages.ts from locales/*.json. Do not edit: run `npm run gen`.
import { ar } from './locales/ar.js';
import { arReports } from './locales/ar-reports.js';
import { en } from './locales/en.js';
import { enReports } from './locales/en-reports.js';
import { fr } from './locales/fr.js';
import { frReports } from './locales/fr-reports.js';
import type { LocaleCatalog } from './messages.js';

/** Every catalog. */
export const allCatalogs: readonly LocaleCatalog[] = [ar, arReports, en, enReports, fr, frReports];
