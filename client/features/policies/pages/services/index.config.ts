export default definePageConfig({ navigationBarTitleText: '保单服务', enablePullDownRefresh: true });
