/** `npm run review:table`: prints the table of operating characteristics of `docs/review.md`. */
import { operatingTable } from './table.ts';

console.log(operatingTable());
