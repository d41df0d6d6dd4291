export default definePageConfig({ navigationBarTitleText: '礼包', enablePullDownRefresh: true });
