/** `npm run bench`: prints ratios. Nothing here fails by time; budgets are read by people, on a quiet machine. */
import { printConditions } from './rounds.js';
import { benchSlack } from './slack.js';
import { benchSms } from './sms.js';
import { benchTeams } from './teams.js';

benchSlack();
benchSms();
benchTeams();
printConditions();
