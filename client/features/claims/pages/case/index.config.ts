export default definePageConfig({ navigationBarTitleText: '理赔进展', enablePullDownRefresh: true });
