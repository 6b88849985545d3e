package nib.engine.linkage;

import java.util.Arrays;

/// Numbers in an array that grows.
final class Ints {

  private int[] numbers = new int[64];
  private int size;

  int size() {
    return size;
  }

  int get(int index) {
    return numbers[index];
  }

  void set(int index, int number) {
    numbers[index] = number;
  }

  void add(int number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, Math.addExact(size, size >> 1));
    }
    numbers[size++] = number;
  }

  /// Adds `number` until there are `wanted` of them.
  void fill(int wanted, int number) {
    while (size < wanted) {
      add(number);
    }
  }
}
