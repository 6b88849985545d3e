#include "pen_string.h"

#include <stdbool.h>

// Every function reads what it needs, drops its arguments, and only then returns.

double text_length(pen_string *text) {
  size_t length = pen_string_length(text);
  pen_string_drop(text);
  return (double)length;
}

bool text_is_empty(pen_string *text) {
  bool empty = pen_string_length(text) == 0;
  pen_string_drop(text);
  return empty;
}

pen_string *text_reverse(pen_string *text) {
  size_t length = pen_string_length(text);
  pen_string *result = pen_string_new(length);
  if (result != NULL) {
    for (size_t i = 0; i < length; i++) {
      result->bytes[i] = text->bytes[length - 1 - i];
    }
  }
  pen_string_drop(text);
  return result;
}

// A count that is no whole number is cut; one that is negative, not a number, or too large for the
// memory gives the empty string.
pen_string *text_repeat(pen_string *text, double count) {
  size_t length = pen_string_length(text);
  pen_string *result = NULL;
  if (length > 0 && count >= 1 && count < (double)(SIZE_MAX / 4) / (double)length) {
    size_t times = (size_t)count;
    result = pen_string_new(length * times);
    if (result != NULL) {
      for (size_t i = 0; i < length * times; i++) {
        result->bytes[i] = text->bytes[i % length];
      }
    }
  }
  pen_string_drop(text);
  return result;
}

// How many bytes follow the first byte of a UTF-8 sequence (RFC 3629, section 3), or -1 where none
// may begin with it.
static int following_bytes(uint8_t first) {
  if (first < 0x80) {
    return 0;
  }
  if (first >= 0xc2 && first <= 0xdf) {
    return 1;
  }
  if (first >= 0xe0 && first <= 0xef) {
    return 2;
  }
  return first >= 0xf0 && first <= 0xf4 ? 3 : -1;
}

// The second byte has narrower bounds after some first ones: no overlong forms, no surrogates,
// nothing above U+10FFFF.
static bool second_fits(uint8_t first, uint8_t second) {
  uint8_t low = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
  uint8_t high = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
  return low <= second && second <= high;
}

static bool is_utf8(const uint8_t *bytes, size_t length) {
  for (size_t i = 0; i < length; i++) {
    uint8_t first = bytes[i];
    int count = following_bytes(first);
    if (count < 0 || (size_t)count >= length - i) {
      return false;
    }
    for (int k = 1; k <= count; k++) {
      uint8_t next = bytes[i + (size_t)k];
      if (k == 1 ? !second_fits(first, next) : (next & 0xc0) != 0x80) {
        return false;
      }
    }
    i += (size_t)count;
  }
  return true;
}

bool text_is_utf8(pen_string *text) {
  bool result = text == NULL || is_utf8(text->bytes, text->length);
  pen_string_drop(text);
  return result;
}

// A string that is there before the program runs. Dropping it does nothing, so any number of
// callers may own it.
static const struct {
  intptr_t count;
  size_t length;
  uint8_t bytes[26];
} alphabet = {PEN_STATIC_COUNT, 26, "abcdefghijklmnopqrstuvwxyz"};

pen_string *text_alphabet(void) { return (pen_string *)&alphabet.length; }

// "caf" and an e with an acute accent in Latin-1: the byte E9, after which UTF-8 wants two more.
pen_string *text_cafe(void) {
  static const uint8_t latin1[] = {'c', 'a', 'f', 0xe9};
  pen_string *result = pen_string_new(sizeof latin1);
  if (result != NULL) {
    for (size_t i = 0; i < sizeof latin1; i++) {
      result->bytes[i] = latin1[i];
    }
  }
  return result;
}
