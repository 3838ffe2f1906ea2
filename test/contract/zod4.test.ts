/** The contract again under zod 4: the package takes zod from its host, and a later n8n may bring 4. */
jest.mock('zod', () => jest.requireActual('zod/v4'));

import './contract.test';
