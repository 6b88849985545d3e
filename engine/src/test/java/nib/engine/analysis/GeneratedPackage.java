package nib.engine.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Correct Pen packages of any size, the same text for the same numbers. Every construct of the
/// language comes up, modules use what the modules before them define.
public final class GeneratedPackage {

  private static final String GROUP =
      """
      # Everything about shape @.
      type point@ {
        x number
        y number
        label string
      }

      type Shape@ = point@ | [number] | none

      Make@ = \\(x number, label string) Shape@ {
        if x > 0 & x <= 100 | label == "origin" {
          point@{x: x, y: x * 2 - 1, label: label + "-" + label}
        } else if x == 0 {
          none
        } else {
          [number x, x / 2, ...[number 1, 2, 3]]
        }
      }

      Area@ = \\(s Shape@) number | error {
        if s = s as point@ {
          moved = point@{...s, x: s.x + 1}
          moved.x * moved.y
        } else if [number] {
          total@(s)
        } else {
          error("no area")
        }
      }

      total@ = \\(xs [number]) number {
        if [x, ...rest] = xs {
          x() + total@(rest)
        } else {
          0
        }
      }

      Twice@ = \\(xs [number]) [number] {
        double = \\(x number) number { x + x }

        [number double(x() * y()) for x, y in xs, xs if x() != 0]
      }

      Count@ = \\(words [string], known {string: number}) {string: number} {
        if [word, ...rest] = words {
          counts = Count@(rest, known)

          if count = counts[word()] {
            {string: number ...counts, word(): count + 1}
          } else {
            {string: number ...counts, word(): 1}
          }
        } else {
          known
        }
      }

      Try@ = \\(s Shape@) number | error {
        first = Area@(s)?
        second = foreign_@(first, "area")

        if first == second {
          first
        } else {
          previous_@(second)
        }
      }

      foreign "c" export_@ = \\(x number, flag boolean) number {
        go(\\() number { x })() + if !flag { size(keys({string: number "a": x})) } else { 0 }
      }

      """;

  private static final int GROUP_LINES = (int) GROUP.lines().count();

  private GeneratedPackage() {}

  /// Writes a library of `modules` modules of about `lines` lines each.
  public static Path write(Path folder, int modules, int lines) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("pen.json"), "{\"type\": \"library\", \"dependencies\": {}}\n");
    for (int module = 0; module < modules; module++) {
      Files.writeString(folder.resolve("M" + module + ".pen"), module(module, lines));
    }
    return folder;
  }

  /// The text of one module, which imports the one before it.
  public static String module(int number, int lines) {
    int groups = Math.max(1, lines / (GROUP_LINES + 1));
    var text = new StringBuilder();
    if (number > 0) {
      text.append("import 'M").append(number - 1).append("\n\n");
    }
    for (int group = 0; group < groups; group++) {
      text.append("import foreign \"c\" foreign_%d \\(number, string) number\n".formatted(group));
    }
    text.append('\n');
    for (int group = 0; group < groups; group++) {
      text.append(group(number, group), 0, firstFunction(number, group));
    }
    for (int group = 0; group < groups; group++) {
      text.append(group(number, group), firstFunction(number, group), group(number, group).length())
          .append(previous(number, group));
    }
    return text.toString();
  }

  /// A symbol is exported once in the whole package.
  private static String group(int module, int group) {
    return GROUP
        .replace("export_@", "export_%d_%d".formatted(module, group))
        .replace("@", String.valueOf(group));
  }

  /// Types have to stand before functions.
  private static int firstFunction(int module, int group) {
    return group(module, group).indexOf("Make" + group + " =");
  }

  private static String previous(int module, int group) {
    String value = module == 0 ? "x" : "M%d'Sum%d(x)".formatted(module - 1, group);
    return """
    previous_%d = \\(x number) number {
      %s
    }

    Sum%d = \\(x number) number {
      x + total%d([number x, 1])
    }

    """
        .formatted(group, value, group, group);
  }
}
