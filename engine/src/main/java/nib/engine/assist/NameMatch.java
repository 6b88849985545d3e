package nib.engine.assist;

import java.util.Locale;

/// How well a name fits what was typed of it.
final class NameMatch {

  /// For a name that does not fit.
  static final int NONE = 6;

  private NameMatch() {}

  /// From 0 for the name itself to [#NONE]: it begins so; it does but for the case; its humps do
  /// (`gl` for `getLine`); it contains it; it has all its letters in that order.
  static int rank(String name, String typed) {
    if (typed.isEmpty() || name.equals(typed)) {
      return 0;
    }
    if (name.startsWith(typed)) {
      return 1;
    }
    String small = lower(name);
    String smallTyped = lower(typed);
    if (small.startsWith(smallTyped)) {
      return 2;
    }
    if (fitsHumps(name, smallTyped)) {
      return 3;
    }
    if (small.contains(smallTyped)) {
      return 4;
    }
    return isSubsequence(small, smallTyped) ? 5 : NONE;
  }

  /// Whether the letters can be found one after the other, each directly behind the one before it
  /// or at the start of a hump. `reachable` are the places to which the letters so far may lead.
  private static boolean fitsHumps(String name, String typed) {
    var reachable = new boolean[name.length() + 1];
    for (int i = 0; i < typed.length(); i++) {
      var next = new boolean[name.length() + 1];
      boolean any = false;
      boolean before = i == 0;
      for (int at = 0; at < name.length(); at++) {
        before |= reachable[at];
        boolean follows = reachable[at] || (before && startsHump(name, at));
        if (follows && Character.toLowerCase(name.charAt(at)) == typed.charAt(i)) {
          next[at + 1] = true;
          any = true;
        }
      }
      if (!any) {
        return false;
      }
      reachable = next;
    }
    return true;
  }

  private static boolean startsHump(String name, int at) {
    if (at == 0) {
      return true;
    }
    char before = name.charAt(at - 1);
    char here = name.charAt(at);
    return before == '_'
        || before == '\''
        || (Character.isUpperCase(here) && !Character.isUpperCase(before))
        || (Character.isDigit(here) && !Character.isDigit(before));
  }

  private static boolean isSubsequence(String name, String typed) {
    int found = 0;
    for (int at = 0; at < name.length() && found < typed.length(); at++) {
      if (name.charAt(at) == typed.charAt(found)) {
        found++;
      }
    }
    return found == typed.length();
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
