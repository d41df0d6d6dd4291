export default definePageConfig({ navigationBarTitleText: '车生活', enablePullDownRefresh: true });
