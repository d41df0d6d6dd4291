/** The service catalogue (服务项目): what a benefit can be, before anybody has one. */
import * as z from 'zod/mini';
import { pageQuery } from '../../http/contract';
import { type serviceItem, serviceList } from '../../upstream/club/contract';

export { serviceList };

export const serviceQuery = z.strictObject(pageQuery);

export type ServiceItem = z.infer<typeof serviceItem>;
