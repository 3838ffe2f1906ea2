import { seeded, type Answer, type Model } from './models';

/** Decides how many requests may be under way; told of each reply. */
export interface Controller {
	readonly limit: number;
	settled(kind: Answer['kind'], milliseconds: number, now: number): void;
}

export interface Course {
	/** Virtual milliseconds for all requests. */
	time: number;
	pauses: number;
	unknown: number;
	/** The most that were under way at a time. */
	most: number;
}

type Event = (Answer & { reply: true; from: number }) | { reply: false; at: number };

export interface SimulationOptions {
	requests?: number;
	seed?: number;
}

/** Sends so many requests to a model API, as many at a time as the controller says. */
export function simulate(
	model: Model,
	controller: Controller,
	{ requests = 1000, seed = 1 }: SimulationOptions = {},
): Course {
	const serve = model(seeded(seed));
	/** The latest first. */
	const events: Event[] = [];
	const course: Course = { time: 0, pauses: 0, unknown: 0, most: 0 };
	let open = requests;
	let finished = 0;
	let underWay = 0;
	let quietUntil = 0;

	const add = (event: Event) => {
		let at = events.length;
		while (at > 0 && events[at - 1].at < event.at) at -= 1;
		events.splice(at, 0, event);
	};
	const start = () => {
		const now = course.time;
		while (now >= quietUntil && underWay < controller.limit && open > 0) {
			open -= 1;
			underWay += 1;
			course.most = Math.max(course.most, underWay);
			add({ reply: true, ...serve(now, underWay), from: now });
		}
		if (now < quietUntil) add({ reply: false, at: quietUntil });
	};

	start();
	while (finished < requests) {
		const event = events.pop();
		if (!event) throw new Error(`Stalled at a limit of ${controller.limit}`);
		course.time = event.at;
		if (event.reply) {
			const { kind, from, at: now } = event;
			underWay -= 1;
			controller.settled(kind, now - from, now);
			if (kind === 'postponed') {
				course.pauses += 1;
				open += 1;
				quietUntil = Math.max(quietUntil, now + (event.pause ?? 0));
			} else {
				finished += 1;
				if (kind === 'unknown') course.unknown += 1;
			}
		}
		start();
	}
	return course;
}

export const fixed = (limit: number): Controller => ({ limit, settled() {} });

/** The fixed number, 1 to `max`, that is fastest among those that leave no outcome unknown. */
export function bestFixed(model: Model, max: number, options?: SimulationOptions) {
	const courses = Array.from({ length: max }, (_, index) => ({
		limit: index + 1,
		...simulate(model, fixed(index + 1), options),
	}));
	return courses
		.filter(({ unknown }) => unknown === 0)
		.reduce((best, course) => (course.time < best.time ? course : best));
}
