import { buildIfStale } from '../../dev/build';

/** A suite run by itself must not prove what an old build does. */
export default function globalSetup(): void {
	buildIfStale();
}
