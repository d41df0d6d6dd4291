import type { ServiceKind } from '../../bff/features/vouchers/contract';
import type { IconName } from './icon/icon';

/** Service items (服务项目) as every screen names and draws them. */
export const serviceLooks: Record<ServiceKind, { name: string; icon: IconName }> = {
  carWash: { name: '洗车', icon: 'drop' },
  fuel: { name: '加油优惠', icon: 'fuel' },
  inspection: { name: '代办验车', icon: 'calendar' },
  designatedDriver: { name: '酒后代驾', icon: 'key' },
  roadside: { name: '道路救援', icon: 'siren' },
  airport: { name: '机场贵宾', icon: 'send' },
  health: { name: '健康关怀', icon: 'medic' },
  vehicleCheck: { name: '车辆检测', icon: 'eye' },
  maintenance: { name: '车辆保养', icon: 'wrench' },
  paperwork: { name: '车务代办', icon: 'doc' },
  partner: { name: '联盟商家', icon: 'store' },
};
