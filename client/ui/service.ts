import type { ServiceKind } from '../../bff/features/vouchers/contract';
import type { IconName } from './icon/icon';
import { serviceNames } from './messages';

/** Service items (服务项目) as every screen names and draws them. */
export const serviceLooks: Record<ServiceKind, { name: string; icon: IconName }> = {
  carWash: { name: serviceNames.carWash, icon: 'drop' },
  fuel: { name: serviceNames.fuel, icon: 'fuel' },
  inspection: { name: serviceNames.inspection, icon: 'calendar' },
  designatedDriver: { name: serviceNames.designatedDriver, icon: 'key' },
  roadside: { name: serviceNames.roadside, icon: 'siren' },
  airport: { name: serviceNames.airport, icon: 'send' },
  health: { name: serviceNames.health, icon: 'medic' },
  vehicleCheck: { name: serviceNames.vehicleCheck, icon: 'eye' },
  maintenance: { name: serviceNames.maintenance, icon: 'wrench' },
  paperwork: { name: serviceNames.paperwork, icon: 'doc' },
  partner: { name: serviceNames.partner, icon: 'store' },
};
