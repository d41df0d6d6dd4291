import type { RefusalWords } from '../../upstream/refusal-words';

export const vehicleRefusals: RefusalWords = {
  NOT_FOUND: '没有找到这辆车，可能已经移除或不属于您',
  VEHICLE_EXISTS: '这辆车已经在您的车辆里了，不用再加',
  TOO_MANY_VEHICLES: '车辆已经加满了。移除不用的车以后可以再加',
};
