export default definePageConfig({ navigationBarTitleText: '店员和设备', enablePullDownRefresh: true });
