package nib.engine.linkage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nib.engine.archive.ArchiveMember;
import nib.engine.binary.MalformedFileException;
import nib.engine.diagnostic.FailureException;
import nib.engine.objectfile.SymbolFilter;
import nib.engine.symbols.Library;
import nib.engine.symbols.Member;
import nib.engine.symbols.OpenLibrary;

/// Holds two libraries against each other: two versions, or the same for two targets. Where symbols
/// stand in their sections is no difference, nor is the order of members, nor what is in sections
/// of a member that stayed as large.
///
/// Both are read member by member, so memory does not grow with them.
public final class Comparison {

  private static final int ALONE = -1;
  private static final int PIECE = 1 << 16;

  private final OpenLibrary before;
  private final OpenLibrary after;
  private final SymbolFilter filter;
  private final Place.Of placeBefore;
  private final Place.Of placeAfter;

  private Comparison(OpenLibrary before, OpenLibrary after, SymbolFilter filter) {
    this.before = before;
    this.after = after;
    this.filter = filter;
    this.placeBefore = new Place.Of(before);
    this.placeAfter = new Place.Of(after);
  }

  /// How many members there are on both sides, and how many of them are the same.
  public record Totals(int before, int after, int same) {}

  /// Compares, and hands on what differs: first what the first library has, in its order, then what
  /// only the other one has.
  ///
  /// @param filter which symbols count
  /// @throws FailureException when a file could not be read to its end, or changed meanwhile
  public static Totals compare(
      OpenLibrary before, OpenLibrary after, SymbolFilter filter, Consumer<MemberChange> changes)
      throws FailureException {
    return new Comparison(before, after, filter).run(changes);
  }

  private Totals run(Consumer<MemberChange> changes) throws FailureException {
    int[] partners = partners();
    var offsets = before.contents().stream().mapToLong(ArchiveMember::offset).toArray();
    var same = new int[1];
    var failures = new ArrayList<FailureException>();
    before.forEach(
        filter,
        member -> {
          int position = Arrays.binarySearch(offsets, member.offset());
          return compared(member, position, partners[position]);
        },
        result -> {
          result.failure().ifPresent(failures::add);
          result.change().ifPresentOrElse(changes, () -> same[0]++);
        });
    if (!failures.isEmpty()) {
      throw failures.getFirst();
    }
    var taken = new BitSet();
    Arrays.stream(partners).filter(partner -> partner != ALONE).forEach(taken::set);
    for (int i = taken.nextClearBit(0); i < after.memberCount(); i = taken.nextClearBit(i + 1)) {
      var place = placeAfter.place(after.contents().get(i));
      changes.accept(new MemberChange.Added(place, after.member(i, filter)));
    }
    return new Totals(before.memberCount(), after.memberCount(), same[0]);
  }

  /// For each member of the first library the position of its like in the other one. Lone object
  /// files are alike whatever they are called.
  private int[] partners() {
    if (before.kind() == Library.Kind.OBJECT_FILE && after.kind() == Library.Kind.OBJECT_FILE) {
      return new int[1];
    }
    var waiting = new HashMap<String, Deque<Integer>>();
    for (int i = 0; i < after.memberCount(); i++) {
      waiting.computeIfAbsent(after.contents().get(i).name(), _ -> new ArrayDeque<>()).add(i);
    }
    var partners = new int[before.memberCount()];
    for (int i = 0; i < partners.length; i++) {
      var like = waiting.getOrDefault(before.contents().get(i).name(), new ArrayDeque<>());
      partners[i] = like.isEmpty() ? ALONE : like.remove();
    }
    return partners;
  }

  private record Compared(Optional<MemberChange> change, Optional<FailureException> failure) {}

  /// Runs in several threads.
  private Compared compared(Member member, int position, int partner) {
    var place = placeBefore.place(member.name(), member.offset());
    if (partner == ALONE) {
      return new Compared(Optional.of(new MemberChange.Removed(place, member)), Optional.empty());
    }
    try {
      var other = after.member(partner, filter);
      String what = what(member, other, position, partner);
      var symbols =
          member instanceof Member.Read one && other instanceof Member.Read two
              ? SymbolComparison.changes(one.object(), two.object())
              : List.<MemberChange.SymbolChange>of();
      var otherPlace = placeAfter.place(other.name(), other.offset());
      boolean differs = !what.isEmpty() || !symbols.isEmpty();
      return new Compared(
          differs
              ? Optional.of(new MemberChange.Changed(place, otherPlace, what, symbols))
              : Optional.empty(),
          Optional.empty());
    } catch (FailureException e) {
      return new Compared(Optional.empty(), Optional.of(e));
    }
  }

  private String what(Member member, Member other, int position, int partner) {
    String one = words(member);
    String two = words(other);
    if (!one.equals(two)) {
      return one + " -> " + two;
    }
    if (member instanceof Member.Read) {
      return member.size() == other.size()
          ? ""
          : "%d -> %d bytes".formatted(member.size(), other.size());
    }
    return sameBytes(position, partner) ? "" : "other bytes";
  }

  private static String words(Member member) {
    return switch (member) {
      case Member.Read read -> read.object().format().words() + ", " + read.object().machine();
      case Member.Unopened unopened ->
          "%s of %d bytes".formatted(unopened.format().words(), unopened.size());
      case Member.Unreadable unreadable -> "damaged: " + unreadable.what();
    };
  }

  /// Whether two members of equal size have the same content; those of thin archives, which is in
  /// other files, are taken for the same.
  private boolean sameBytes(int position, int partner) {
    var one = before.contents().get(position).content();
    var other = after.contents().get(partner).content();
    try {
      for (long at = 0; at < Math.min(one.size(), other.size()); at += PIECE) {
        int length = (int) Math.min(PIECE, Math.min(one.size(), other.size()) - at);
        if (!Arrays.equals(one.copy(at, length), other.copy(at, length))) {
          return false;
        }
      }
      return one.size() == other.size();
    } catch (MalformedFileException e) {
      return false; // one of the files became shorter
    }
  }
}
