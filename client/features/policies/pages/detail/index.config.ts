export default definePageConfig({ navigationBarTitleText: '保单', enablePullDownRefresh: true });
