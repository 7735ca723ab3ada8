import type { Text } from '../text';

/** One hundred words for even minutes and one hundred for odd ones, so that two minutes in a row never share a word. */
const even = `
荷塘 lotus pond;春江 spring river;晨光 morning light;竹林 bamboo grove;松涛 wind in the pines;白鹭 egret;青山 green hills;
溪流 stream;月光 moonlight;星河 river of stars;海风 sea breeze;彩虹 rainbow;朝霞 dawn glow;晚霞 evening glow;芦苇 reeds;
桃花 peach blossom;杏花 apricot blossom;梨花 pear blossom;茶园 tea garden;麦田 wheat field;稻香 scent of rice;书香 scent of books;
琴声 sound of a zither;鼓楼 drum tower;石桥 stone bridge;古镇 old town;渡口 ferry crossing;灯塔 lighthouse;帆船 sailing boat;港湾 harbour;
沙滩 sandy beach;珊瑚 coral;贝壳 seashell;海豚 dolphin;鲸鱼 whale;锦鲤 koi;蜻蜓 dragonfly;蝴蝶 butterfly;蜜蜂 honeybee;燕子 swallow;
喜鹊 magpie;黄鹂 oriole;孔雀 peacock;仙鹤 crane;天鹅 swan;鸳鸯 mandarin ducks;熊猫 panda;小鹿 fawn;骏马 fine horse;白兔 white rabbit;
葡萄 grapes;石榴 pomegranate;枇杷 loquat;荔枝 lychee;樱桃 cherry;蜜桃 honey peach;柑橘 tangerine;莲藕 lotus root;豆花 tofu pudding;热茶 hot tea;
汤圆 sweet dumplings;月饼 mooncake;年糕 rice cake;酸梅 sour plum;桂圆 longan;核桃 walnut;花生 peanut;南瓜 pumpkin;冬瓜 winter melon;丝瓜 loofah;
瓷器 porcelain;丝绸 silk;折扇 folding fan;油伞 paper umbrella;风筝 kite;灯笼 lantern;剪纸 paper cutting;毛笔 writing brush;砚台 inkstone;水墨 ink wash;
围棋 game of Go;象棋 chess;竹笛 bamboo flute;二胡 erhu fiddle;古筝 guzheng;歌谣 folk song;诗篇 poem;画廊 gallery;童话 fairy tale;相册 photo album;
晴空 clear sky;微风 light wind;细雨 fine rain;瑞雪 timely snow;露珠 dewdrop;云海 sea of clouds;雪山 snowy mountain;草原 grassland;绿洲 oasis;梯田 terraced fields`;

const odd = `
梅花 plum blossom;兰花 orchid;菊花 chrysanthemum;牡丹 peony;月季 China rose;茉莉 jasmine;桂花 osmanthus;水仙 narcissus;海棠 crab apple;紫藤 wisteria;
银杏 ginkgo;枫叶 maple leaf;垂柳 weeping willow;梧桐 parasol tree;樟树 camphor tree;榕树 banyan;槐花 locust blossom;丁香 lilac;木棉 kapok;芙蓉 hibiscus;
湖心 middle of the lake;江滩 river beach;瀑布 waterfall;泉水 spring water;湿地 wetland;森林 forest;山谷 valley;岛屿 island;平原 plain;花园 garden;
城墙 city wall;钟楼 bell tower;宝塔 pagoda;凉亭 pavilion;长廊 long gallery;小巷 lane;庭院 courtyard;水乡 water town;码头 pier;车站 station;
列车 train;渡轮 ferry;单车 bicycle;电车 tramcar;热汤 hot soup;气球 balloon;飞鸟 flying bird;白云 white cloud;蓝天 blue sky;金秋 golden autumn;
初春 early spring;盛夏 high summer;暖冬 mild winter;清晨 early morning;正午 noon;黄昏 dusk;夜色 night view;新年 New Year;元宵 Lantern Festival;端午 Dragon Boat Festival;
龙舟 dragon boat;粽子 rice dumpling;饺子 dumpling;面条 noodles;豆浆 soy milk;米酒 rice wine;蜂蜜 honey;芝麻 sesame;红枣 red date;莲子 lotus seed;
苹果 apple;香蕉 banana;菠萝 pineapple;芒果 mango;草莓 strawberry;西瓜 watermelon;柚子 pomelo;柠檬 lemon;橄榄 olive;山楂 hawthorn;
书店 bookshop;邮局 post office;学堂 school hall;剧院 theatre;舞台 stage;音乐 music;笑声 laughter;友谊 friendship;团圆 reunion;祝福 good wishes;
手帕 handkerchief;围巾 scarf;草帽 straw hat;雨靴 rain boots;台灯 desk lamp;时钟 clock;木船 wooden boat;陶罐 clay jar;竹篮 bamboo basket;铃铛 small bell`;

/** The words of minutes of one parity, in a fixed order. */
export const minuteWords: readonly [even: readonly Text[], odd: readonly Text[]] = [wordsOf(even), wordsOf(odd)];

function wordsOf(list: string): readonly Text[] {
  return list.split(';').map((entry) => {
    const [zh = '', ...en] = entry.trim().split(' ');
    return { zh, en: en.join(' ') };
  });
}
