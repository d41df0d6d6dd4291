export default definePageConfig({ navigationBarTitleText: '理赔记录', enablePullDownRefresh: true });
