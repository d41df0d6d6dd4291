import type PgBoss from 'pg-boss';
import type { Logger } from 'pino';
import type { Sms } from '../../../upstream/sms/client';
import { exclusively } from '../../../database/exclusive';
import type { Club } from '../club';
import { forgetFormerPeople } from '../referral/former-people';
import { settleNext } from '../referral/settle-referral';
import { closeMerchant } from '../settlement/close-merchant';
import { startDueRun } from '../settlement/start-run';
import { raiseAlarm } from './alarms';
import { checkPromises, isCheckDue } from './check-promises';
import { reportFiguresOf } from './job-metrics';
import { startLoop, type Loop } from './loop';
import { createBoss, createQueues, queueNames, type ClosingTask, type QueueName } from './queues';
import { sendNext } from './send-messages';
import { sweepExpired } from './sweep-expired';
import { watchStuck } from './watch-stuck';

const PAUSE_MS = 1_000;
const MINUTE_MS = 60_000;

export interface Jobs {
  /** Ends cleanly: what is being done is finished, nothing new is begun. */
  stop(): Promise<void>;
}

export interface JobsDeps {
  club: Club;
  log: Logger;
  sms(): Promise<Pick<Sms, 'send'> | undefined>;
}

type Handlers = Record<QueueName, (data: object) => Promise<void>>;

function handlersOf({ club, log }: JobsDeps, boss: PgBoss): Handlers {
  const { pool } = club;
  return {
    async [queueNames.minute]() {
      await startDueRun(club);
      if (await isCheckDue(pool)) await boss.send(queueNames.checkPromises, {});
      await sweepExpired(club);
      await forgetFormerPeople(pool);
      await watchStuck({ pool, log });
    },
    [queueNames.closeSettlement]: (data) => closeMerchant(club, data as ClosingTask),
    async [queueNames.checkPromises]() {
      if (await isCheckDue(pool)) await checkPromises({ pool, log });
    },
    async [queueNames.gaveUp](data) {
      const key = JSON.stringify(data);
      await raiseAlarm({ pool, log }, { kind: 'stuckJob', key, facts: { job: key } });
    },
  };
}

/**
 * One job of a queue at a time. pg-boss's own workers do not wait for the mark that a job is done, and an error of that would end the process; so its queue
 * is worked from here.
 */
async function workNext(
  boss: PgBoss,
  name: QueueName,
  handle: Handlers[QueueName],
): Promise<'more' | 'idle'> {
  const [job] = await boss.fetch<object>(name);
  if (!job) return 'idle';
  try {
    await handle(job.data);
  } catch (error) {
    await boss.fail(name, job.id, { reason: error instanceof Error ? error.message : 'unknown' });
    throw error;
  }
  await boss.complete(name, job.id);
  return 'more';
}

/** Each minute once, whichever of several processes asks first; what is due is then read from the data. */
async function askForMinute(boss: PgBoss): Promise<void> {
  await boss.send(queueNames.minute, {}, { singletonSeconds: 60 });
}

/** The schema of the queues is made by the first process that starts; the others wait for it. */
async function openBoss({ club, log }: JobsDeps): Promise<PgBoss> {
  const boss = createBoss(club.pool);
  boss.on('error', (error) => log.warn({ err: error }, 'the job queue had an error'));
  await exclusively(club.pool, 'migrate', async () => {
    await boss.start();
    await createQueues(boss);
  });
  return boss;
}

export async function startJobs(deps: JobsDeps): Promise<Jobs> {
  const { log } = deps;
  const boss = await openBoss(deps);
  const handlers = handlersOf(deps, boss);
  const loops: Loop[] = Object.values(queueNames).map((name) =>
    startLoop(() => workNext(boss, name, handlers[name]), { pauseMs: PAUSE_MS, log, what: name }),
  );
  const telling = { club: deps.club, log, sms: deps.sms };
  loops.push(startLoop(() => sendNext(telling), { pauseMs: PAUSE_MS, log, what: 'messages' }));
  loops.push(startLoop(() => settleNext(deps.club), { pauseMs: PAUSE_MS, log, what: 'referrals' }));
  const ask = () =>
    void askForMinute(boss).catch((error: unknown) =>
      log.warn({ err: error }, 'the minute was not asked for'),
    );
  ask();
  const minutes = setInterval(ask, MINUTE_MS);
  minutes.unref();
  const forget = reportFiguresOf(deps.club.pool);
  return {
    async stop() {
      clearInterval(minutes);
      forget();
      await Promise.all(loops.map((loop) => loop.stop()));
      await boss.stop({ graceful: false, close: false });
    },
  };
}
