// Calls every function of the sample package `text` as compiled Pen code would.

#include "pen_string.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

double text_length(pen_string *text);
bool text_is_empty(pen_string *text);
bool text_is_utf8(pen_string *text);
pen_string *text_reverse(pen_string *text);
pen_string *text_repeat(pen_string *text, double count);
pen_string *text_alphabet(void);
pen_string *text_cafe(void);

static int blocks = 0;

void *_pen_malloc(size_t size) {
  blocks++;
  return malloc(size);
}

void _pen_free(void *block) {
  blocks--;
  free(block);
}

static void expect(bool condition, const char *what) {
  if (!condition) {
    printf("wrong: %s\n", what);
    exit(1);
  }
}

static pen_string *make(const char *bytes, size_t length) {
  pen_string *string = pen_string_new(length);
  for (size_t i = 0; i < length; i++) {
    string->bytes[i] = (uint8_t)bytes[i];
  }
  return string;
}

// A real block of length 0, as a concatenation of nothing makes it.
static pen_string *make_empty_block(void) {
  intptr_t *block = _pen_malloc(2 * sizeof(intptr_t));
  block[0] = 0;
  block[1] = 0;
  return (pen_string *)(block + 1);
}

static void expect_bytes(pen_string *string, const char *bytes, size_t length, const char *what) {
  expect(pen_string_length(string) == length, what);
  expect(length == 0 || memcmp(string->bytes, bytes, length) == 0, what);
  pen_string_drop(string);
}

static void empty_strings(void) {
  expect(text_length(NULL) == 0, "length of NULL");
  expect(text_length(make_empty_block()) == 0, "length of an empty block");
  expect(text_is_empty(NULL), "NULL is empty");
  expect(text_is_empty(make_empty_block()), "an empty block is empty");
  expect(text_is_utf8(NULL), "NULL is UTF-8");
  expect(text_is_utf8(make_empty_block()), "an empty block is UTF-8");
  expect_bytes(text_reverse(NULL), "", 0, "NULL reversed");
  expect_bytes(text_reverse(make_empty_block()), "", 0, "an empty block reversed");
  expect_bytes(text_repeat(NULL, 3), "", 0, "NULL repeated");
  expect_bytes(text_repeat(make_empty_block(), 3), "", 0, "an empty block repeated");
}

static void bytes(void) {
  expect(text_length(make("a\0b", 3)) == 3, "a zero in the middle");
  expect(!text_is_empty(make("\0", 1)), "a zero alone");
  expect_bytes(text_reverse(make("abc", 3)), "cba", 3, "abc reversed");
  expect_bytes(text_reverse(make("\xc3\xa9", 2)), "\xa9\xc3", 2, "an accent reversed");
  expect_bytes(text_repeat(make("ab", 2), 3), "ababab", 6, "ab three times");
  expect_bytes(text_repeat(make("ab", 2), 1.9), "ab", 2, "ab 1.9 times");
  expect_bytes(text_repeat(make("ab", 2), 0), "", 0, "ab not at all");
  expect_bytes(text_repeat(make("ab", 2), -1), "", 0, "ab minus once");
  expect_bytes(text_repeat(make("ab", 2), 0.0 / 0.0), "", 0, "ab not-a-number times");
  expect_bytes(text_repeat(make("ab", 2), 1e300), "", 0, "ab 1e300 times");
  expect_bytes(text_cafe(), "caf\xe9", 4, "a word in Latin-1");
}

static bool utf8(const char *bytes, size_t length) { return text_is_utf8(make(bytes, length)); }

static void encodings(void) {
  expect(utf8("plain", 5), "ASCII");
  expect(utf8("\xc3\xa9\xe2\x82\xac\xf0\x9f\x96\x8b", 9), "two, three and four bytes");
  expect(utf8("\xed\x9f\xbf\xee\x80\x80\xf4\x8f\xbf\xbf", 10), "the last ones that are allowed");
  expect(!text_is_utf8(text_cafe()), "Latin-1");
  expect(!utf8("\xc3", 1), "cut short");
  expect(!utf8("\xf0\x9f\x96", 3), "cut short after three of four");
  expect(!utf8("\xc0\x80", 2), "an overlong zero");
  expect(!utf8("\xe0\x9f\xbf", 3), "three bytes for what takes two");
  expect(!utf8("\xf0\x8f\xbf\xbf", 4), "four bytes for what takes three");
  expect(!utf8("\xed\xa0\x80", 3), "a surrogate");
  expect(!utf8("\xf4\x90\x80\x80", 4), "above U+10FFFF");
  expect(!utf8("\x80", 1), "a byte that may only follow");
  expect(!utf8("\xe2\x82\x28", 3), "a third byte that may not follow");
}

static void counts(void) {
  pen_string *shared = make("abc", 3);
  *pen_string_count(shared) = 1;
  expect(text_length(shared) == 3, "a string with two references");
  expect(*pen_string_count(shared) == 0, "one of them is left");
  expect(text_length(shared) == 3, "the last reference");

  pen_string *threads = make("abc", 3);
  *pen_string_count(threads) = -2;
  expect(text_length(threads) == 3, "a string of several threads with two references");
  expect(*pen_string_count(threads) == -1, "one of them is left");
  expect(text_length(threads) == 3, "the last reference of several threads");

  for (int i = 0; i < 3; i++) {
    expect(text_length(text_alphabet()) == 26, "a static string");
  }
  expect_bytes(
      text_reverse(text_alphabet()), "zyxwvutsrqponmlkjihgfedcba", 26, "the alphabet reversed");
}

int main(void) {
  empty_strings();
  bytes();
  encodings();
  counts();
  expect(blocks == 0, "as many blocks are freed as allocated");
  puts("all is well");
  return 0;
}
