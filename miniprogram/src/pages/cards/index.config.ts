export default definePageConfig({ navigationBarTitleText: '我的交通卡' });
