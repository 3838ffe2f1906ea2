import { installN8n } from '../../../scripts/n8n/install';

/** Fetches n8n the first time, which takes longer than any test may. */
export default function globalSetup(): void {
	installN8n();
}
