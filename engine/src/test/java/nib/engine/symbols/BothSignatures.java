package nib.engine.symbols;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import nib.engine.archive.ArchiveMember;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;
import nib.engine.binary.RawText;
import nib.engine.diagnostic.FailureException;
import nib.engine.objectfile.Symbol;
import nib.engine.objectfile.SymbolFilter;

/// Holds [PlainFunctions] against [SignatureMembers], which reads every member there is.
public final class BothSignatures {

  private static final int MOST_ALONE = 8;
  private static final int MOST_OTHERS = 16;
  private static final int LARGEST = 1 << 20;

  /// How often a question was answered, and how often the short way.
  private int asked;

  private int plain;

  /// Compares what both say of the functions of each member: of some alone, and of all that one of
  /// both answers.
  ///
  /// @throws AssertionError where one is not what the other is
  /// @throws FailureException when the file is no library
  public static BothSignatures of(Path file) throws FailureException {
    var both = new BothSignatures();
    try (var library = OpenLibrary.open(file)) {
      for (var member : library.contents()) {
        if (!library.thin() && member.content().size() <= LARGEST) {
          both.compare(file, member);
        }
      }
    } catch (MalformedFileException e) {
      throw new AssertionError(e);
    }
    return both;
  }

  /// Compares what both say of a lone object.
  static BothSignatures of(byte[] object) {
    var both = new BothSignatures();
    try {
      both.compare(Path.of("l.a"), member(object));
    } catch (MalformedFileException e) {
      throw new AssertionError(e);
    }
    return both;
  }

  /// Whether the short way answers a question about a lone object.
  static boolean plain(byte[] object, String... names) {
    var encoded = Arrays.stream(names).map(RawText::encode).toList();
    return PlainFunctions.read(member(object), object, encoded).isPresent();
  }

  private static ArchiveMember member(byte[] object) {
    var content = ByteView.of(object);
    return new ArchiveMember("s.o", 0, object.length, content, OptionalLong.empty());
  }

  /// How many questions there were.
  public int asked() {
    return asked;
  }

  /// How many of them were answered the short way.
  public int plain() {
    return plain;
  }

  private void compare(Path file, ArchiveMember member) throws MalformedFileException {
    byte[] bytes = member.content().bytes();
    var all = whole(file, member, List.of()).functions();
    refuseOthers(file, member, bytes, all);
    var told = new ArrayList<String>();
    for (var function : all) {
      if (compare(file, member, bytes, List.of(function.symbol()))) {
        told.add(function.symbol());
      }
      if (told.size() == MOST_ALONE) {
        break;
      }
    }
    if (told.size() > 1) {
      compare(file, member, bytes, told);
      compare(file, member, bytes, told.reversed());
    }
  }

  /// Nothing is said of symbols that are no functions.
  private static void refuseOthers(
      Path file, ArchiveMember member, byte[] bytes, List<MemberSignatures.Function> functions) {
    var known = functions.stream().map(MemberSignatures.Function::symbol).toList();
    for (String name : symbols(file, member)) {
      if (!known.contains(name)) {
        var answer = PlainFunctions.read(member, bytes, List.of(RawText.encode(name)));
        if (answer.isPresent()) {
          throw new AssertionError("%s of %s".formatted(answer.get(), member.name()));
        }
      }
    }
  }

  /// The names of some symbols; of none where not all can be read.
  private static List<String> symbols(Path file, ArchiveMember member) {
    try {
      var opened = new MemberReader(file, SymbolFilter.ALL).opened(member, member.content());
      return opened instanceof Member.Read read
          ? read.object().symbols().stream().map(Symbol::name).limit(MOST_OTHERS).toList()
          : List.of();
    } catch (MalformedFileException e) {
      return List.of();
    }
  }

  private boolean compare(Path file, ArchiveMember member, byte[] bytes, List<String> names)
      throws MalformedFileException {
    asked++;
    var encoded = names.stream().map(RawText::encode).toList();
    var read = PlainFunctions.read(member, bytes, encoded);
    if (read.isEmpty()) {
      return false;
    }
    plain++;
    var expected = whole(file, member, names);
    if (!(expected.member() instanceof Member.Read(var name, var offset, var size, var object))
        || !read.get()
            .member()
            .equals(new Member.Read(name, offset, size, object.with(object.symbols().only())))
        || !expected.functions().equals(read.get().functions())) {
      throw new AssertionError(
          "%s of %s:%nplain: %s%nother: %s".formatted(names, member.name(), read.get(), expected));
    }
    return true;
  }

  /// What the long way says of these names; of all where there are none.
  private static MemberSignatures whole(Path file, ArchiveMember member, List<String> names) {
    return SignatureMembers.all(file, name -> names.isEmpty() || names.contains(name))
        .read(new Batches.Item(member, member.content(), false));
  }
}
