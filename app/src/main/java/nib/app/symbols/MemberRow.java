package nib.app.symbols;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import nib.app.table.Column;
import nib.engine.catalog.CatalogMember;
import nib.engine.catalog.RowQuery;

/// A line of the list of members: an archive, or one of its members below it.
///
/// @param members whose symbols it stands for
/// @param member the member; empty where it is the archive itself
/// @param contents format and machine, or why there is nothing to see
/// @param size in bytes
public record MemberRow(
    Path file,
    RowQuery.Members members,
    Optional<CatalogMember> member,
    String title,
    String contents,
    long size,
    int defined,
    int needed) {

  /// An archive's line.
  boolean heading() {
    return member.isEmpty();
  }

  /// A member that was not read, for whatever reason.
  boolean unread() {
    return member.filter(CatalogMember::opened).isEmpty() && !heading();
  }

  boolean damaged() {
    return member
        .filter(one -> one.contents() instanceof CatalogMember.Contents.Damaged)
        .isPresent();
  }

  private String branch(Predicate<Path> folded) {
    return heading() ? (folded.test(file) ? "▸ " : "▾ ") + title : "  " + title;
  }

  /// The lines of these members, an archive's own before those in it.
  static List<MemberRow> of(List<CatalogMember> members) {
    var rows = new ArrayList<MemberRow>(members.size() + 1);
    int from = 0;
    while (from < members.size()) {
      var file = members.get(from).file();
      int to = from;
      while (to < members.size() && members.get(to).file().equals(file)) {
        to++;
      }
      rows.add(archive(file, members.subList(from, to), from));
      for (int i = from; i < to; i++) {
        rows.add(of(members.get(i), i));
      }
      from = to;
    }
    return List.copyOf(rows);
  }

  private static MemberRow archive(Path file, List<CatalogMember> members, int from) {
    return new MemberRow(
        file,
        new RowQuery.Members(from, from + members.size()),
        Optional.empty(),
        String.valueOf(file.getFileName()),
        String.format(
            Locale.ROOT, members.size() == 1 ? "%,d member" : "%,d members", members.size()),
        members.stream().mapToLong(CatalogMember::size).sum(),
        members.stream().mapToInt(CatalogMember::defined).sum(),
        members.stream().mapToInt(CatalogMember::needed).sum());
  }

  private static MemberRow of(CatalogMember member, int number) {
    String mark = member.contents() instanceof CatalogMember.Contents.Damaged ? "✗ " : "";
    return new MemberRow(
        member.file(),
        new RowQuery.Members(number, number + 1),
        Optional.of(member),
        member.title(),
        mark + member.contentWords(),
        member.size(),
        member.defined(),
        member.needed());
  }

  /// The columns of the tree.
  ///
  /// @param folded whether the members of an archive are hidden
  static List<Column<MemberRow>> columns(Predicate<Path> folded) {
    return List.of(
        new Column<>(
            "Member",
            146,
            row -> row.branch(folded),
            MemberRow::title,
            Comparator.comparing(MemberRow::title),
            Column.FILE),
        Column.of("Contents", 146, MemberRow::contents),
        Column.number("Size", 102, MemberRow::size),
        Column.number("Defined", 88, MemberRow::defined),
        Column.number("Needed", 74, MemberRow::needed));
  }
}
