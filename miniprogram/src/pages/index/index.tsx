import { Text, View } from '@tarojs/components';

/** The first page; it stands here until the riders' screens move in. */
export default function Index() {
  return (
    <View id="index">
      <Text>同乘 Tongcheng</Text>
    </View>
  );
}
