/**
 * Taro's own list of components is one module, so that every page carries the date picker of one of them. Here each is a module of its own, and the
 * bundler gives it to the pages that use it. A component that is not listed comes from Taro's list as before.
 */
export { Button } from './button';
export { Canvas } from './canvas';
export { Image } from './image';
export { Input } from './input';
export { Picker } from './picker';
export { Text } from './text';
export { Textarea } from './textarea';
export { View } from './view';
export * from '@tarojs/components/lib/react';
