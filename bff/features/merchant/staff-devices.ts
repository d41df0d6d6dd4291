import { toInstant } from '../../http/instants';
import { notFound } from '../../http/problem';
import type { LiveSession, SessionStore } from '../../http/sessions/session-store';
import type { Calling } from '../../upstream/calling';
import type { ClubClerk } from '../../upstream/club/contract';
import type { Workspace } from '../../upstream/club/workspace';
import type { Device } from './contract';

export interface StaffDevicesDeps {
  workspace: Pick<Workspace, 'clerks'>;
  sessionStore: Pick<SessionStore, 'liveOf' | 'end'>;
}

interface Found {
  clerk: ClubClerk;
  session: LiveSession;
}

/** Only of people whom the club shows this caller: an owner's staff, a manager's stores, oneself. */
async function devicesInSight(deps: StaffDevicesDeps, by: Calling): Promise<Found[]> {
  const clerks = await deps.workspace.clerks(by);
  const byMember = new Map(
    clerks.flatMap((clerk) => (clerk.memberId ? [[clerk.memberId, clerk] as const] : [])),
  );
  const sessions = await deps.sessionStore.liveOf([...byMember.keys()]);
  return sessions.flatMap((session) => {
    const clerk = byMember.get(session.accountId);
    return clerk ? [{ clerk, session }] : [];
  });
}

export async function listDevices(
  deps: StaffDevicesDeps,
  by: Calling,
  currentSessionId: string,
): Promise<Device[]> {
  const found = await devicesInSight(deps, by);
  return found.map(({ clerk, session }) => ({
    id: session.id,
    clerkId: clerk.id,
    clerkName: clerk.name,
    client: session.client,
    signedInAt: toInstant(session.signedInAt),
    lastUsedAt: toInstant(session.lastUsedAt),
    current: session.id === currentSessionId,
  }));
}

/**
 * The lost-phone switch: the session ends, and with it every right of that phone, at the counter too. Other servers know within seconds.
 * @throws Problem 404 for a device of somebody who is not in sight
 */
export async function endDevice(deps: StaffDevicesDeps, by: Calling, deviceId: string): Promise<void> {
  const found = await devicesInSight(deps, by);
  if (!found.some(({ session }) => session.id === deviceId))
    throw notFound('没有找到这台设备，它可能已经退出');
  await deps.sessionStore.end(deviceId, 'lostPhone');
}

/** Every phone of one person. Ending none is fine: there may be none. */
export async function endDevicesOf(deps: StaffDevicesDeps, by: Calling, clerkId: string): Promise<number> {
  const clerks = await deps.workspace.clerks(by);
  const clerk = clerks.find(({ id }) => id === clerkId);
  if (!clerk) throw notFound('没有找到这位店员');
  const sessions = clerk.memberId ? await deps.sessionStore.liveOf([clerk.memberId]) : [];
  for (const { id } of sessions) await deps.sessionStore.end(id, 'lostPhone');
  return sessions.length;
}
