import { buildIfStale } from '../../../dev/build';
import { installN8n } from '../../../dev/n8n/install';

/** Fetches n8n the first time, which takes longer than any test may. */
export default function globalSetup(): void {
	buildIfStale();
	installN8n();
}
