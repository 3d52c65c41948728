// Written by scripts/gen-messages.ts from locales/*.json. Do not edit: run `npm run gen`.
import { ar } from './locales/ar.js';
import { en } from './locales/en.js';
import { fr } from './locales/fr.js';
import type { LocaleCatalog } from './messages.js';

/** Every catalog. */
export const allCatalogs: readonly LocaleCatalog[] = [ar, en, fr];
