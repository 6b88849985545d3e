package nib.app.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import nib.engine.text.Span;

/// Finds text in text.
final class Finder {

  /// What is looked for.
  ///
  /// @param pattern a regular expression or the text itself
  record Query(String words, boolean sameCase, boolean wholeWord, boolean pattern) {}

  /// What came of it.
  sealed interface Answer {

    /// In order; matches without a character are not among them.
    record Found(List<Span> matches) implements Answer {
      public Found {
        matches = List.copyOf(matches);
      }
    }

    /// One replacement for each match.
    record Replaced(List<Edit> edits) implements Answer {
      public Replaced {
        edits = List.copyOf(edits);
      }
    }

    /// Nothing can be looked for.
    record Wrong(String why) implements Answer {}
  }

  private static final long PATIENCE_NANOS = 1_000_000_000L;

  private Finder() {}

  static Answer find(String text, Query query) throws InterruptedException {
    return search(
        text,
        query,
        matcher -> {
          var matches = new ArrayList<Span>();
          while (matcher.find()) {
            if (matcher.end() > matcher.start()) {
              matches.add(new Span(matcher.start(), matcher.end()));
            }
          }
          return new Answer.Found(matches);
        });
  }

  /// Replaces every match that lies in a span.
  ///
  /// @param by for a regular expression, `$1` stands for what its first group matched, and so on
  static Answer replace(String text, Query query, String by, Span within)
      throws InterruptedException {
    String template = query.pattern() ? by : Matcher.quoteReplacement(by);
    return search(
        text,
        query,
        matcher -> {
          var edits = new ArrayList<Edit>();
          var made = new StringBuilder();
          int last = 0;
          while (matcher.find()) {
            int begun = made.length();
            matcher.appendReplacement(made, template);
            String inserted = made.substring(begun + matcher.start() - last);
            last = matcher.end();
            if (matcher.end() > matcher.start()
                && matcher.start() >= within.start()
                && matcher.end() <= within.end()) {
              edits.add(new Edit(matcher.start(), matcher.group(), LineEnds.shown(inserted)));
            }
          }
          return new Answer.Replaced(edits);
        });
  }

  private interface Search {
    Answer by(Matcher matcher);
  }

  private static Answer search(String text, Query query, Search search)
      throws InterruptedException {
    var patient = new PatientText(text, System.nanoTime() + PATIENCE_NANOS);
    try {
      return search.by(pattern(query).matcher(patient));
    } catch (PatternSyntaxException e) {
      String where = e.getIndex() < 0 ? "" : " at character " + (e.getIndex() + 1);
      String why = e.getDescription().toLowerCase(Locale.ROOT);
      return new Answer.Wrong("not a regular expression: " + why + where);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return new Answer.Wrong("not a replacement: " + words(e));
    } catch (OutOfPatience _) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      return new Answer.Wrong("this expression takes too long on this text");
    } catch (StackOverflowError _) {
      return new Answer.Wrong("this expression repeats too often on this text");
    }
  }

  private static String words(RuntimeException e) {
    return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
  }

  private static Pattern pattern(Query query) {
    String expression = query.pattern() ? query.words() : Pattern.quote(query.words());
    int flags = Pattern.MULTILINE;
    if (!query.sameCase()) {
      flags |= Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    }
    // Checked by itself, so that a mistake is told where it was made.
    var alone = Pattern.compile(expression, flags);
    return query.wholeWord()
        ? Pattern.compile("(?<![A-Za-z0-9_])(?:" + expression + ")(?![A-Za-z0-9_])", flags)
        : alone;
  }

  private static final class OutOfPatience extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutOfPatience() {
      super("", null, false, false);
    }
  }

  /// Text that ends a search that takes too long, or that nobody waits for any more: an expression
  /// can be slow beyond all measure on an innocent text.
  private static final class PatientText implements CharSequence {

    private static final int OFTEN = 0x3ff;

    private final String text;
    private final long until;
    private int looks;

    PatientText(String text, long until) {
      this.text = text;
      this.until = until;
    }

    @Override
    public char charAt(int index) {
      if ((++looks & OFTEN) == 0
          && (Thread.currentThread().isInterrupted() || System.nanoTime() > until)) {
        throw new OutOfPatience();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
