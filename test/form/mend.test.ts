/** Amounts that are not as they seem. */
import { oneItem } from '../support/oneItem';
import { useSandbox } from '../support/useSandbox';

const { bodyOf } = oneItem(useSandbox());

it.each([
	['={{ 0.1 + 0.2 }}', 0.3],
	['={{ 0.3 - 0.1 - 0.2 }}', 0],
	['={{ 1.1 * 3 }}', 3.3],
	['={{ "0.30000000000000004" }}', 0.3],
	['={{ 1234.5678 }}', 1234.5678],
	['={{ 1.200 }}', 1.2],
])('Revenue %s sends %d', async (revenue, sent) => {
	expect((await bodyOf({ revenue })).revenue).toBe(sent);
});
