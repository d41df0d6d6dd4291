export default definePageConfig({ navigationBarTitleText: '帮忙拍照' });
