package nib.engine.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import nib.engine.archive.ArchiveIndex.Dialect;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;
import nib.engine.binary.RawText;
import org.jspecify.annotations.Nullable;

/// Reads `ar` archives.
///
/// An archive is a magic line and then members, each a 60-byte text header and its bytes, padded to
/// an even offset. No standard covers names longer than the header's 16 bytes, so three dialects
/// did:
///
/// - GNU keeps them in a member named `//`; a header says `/123`, an offset into it, where the name
///   ends with a slash and a newline. A short name ends with a slash, so that it may hold blanks;
/// - BSD writes `#1/20` and puts 20 bytes of name before the data, padded with NUL and counted as
///   part of the member's size;
/// - Microsoft's is GNU's with NUL after the long names and a second symbol index.
///
/// A thin archive (`!<thin>`) is a GNU one whose headers stand alone: the bytes stay in the files
/// that the names tell, relative to the archive.
///
/// A member of an archive within a thin archive says `/12:3456`, the second being its place in
/// there.
public final class ArchiveReader {

  private static final String MAGIC = "!<arch>\n";
  private static final String THIN_MAGIC = "!<thin>\n";

  // The header's fields: ar_name, ar_date, ar_uid, ar_gid, ar_mode, ar_size, ar_fmag (<ar.h>).
  static final int HEADER_SIZE = 60;
  private static final int NAME_SIZE = 16;
  private static final int END_AT = 58;
  private static final String END = "`\n";

  /// An archive of fewer bytes is read before a second thread has begun.
  static final long WORTH_A_THREAD = 32 << 20;

  /// Whether the file starts as an archive does, a thin one included.
  public static boolean isArchive(ByteView file) throws MalformedFileException {
    return file.has(0, MAGIC) || file.has(0, THIN_MAGIC);
  }

  /// Reads the members up to the end or to the first header that makes no sense.
  ///
  /// @throws MalformedFileException when the file is not an archive at all
  public static Archive read(ByteView file) throws MalformedFileException {
    if (!isArchive(file)) {
      throw file.malformed(0, "not an archive");
    }
    return new ArchiveReader(file, file.has(0, THIN_MAGIC)).archive();
  }

  /// Finds single members of an archive without a walk through all.
  public static final class Finder {

    private final ArchiveReader reader;

    /// @throws MalformedFileException when the file is not an archive at all, or its own tables
    ///   make no sense
    public Finder(ByteView file) throws MalformedFileException {
      if (!isArchive(file)) {
        throw file.malformed(0, "not an archive");
      }
      reader = new ArchiveReader(file, file.has(0, THIN_MAGIC));
      long at = MAGIC.length();
      while (at < file.size() && reader.members.isEmpty()) {
        at = reader.member(at);
      }
    }

    public boolean thin() {
      return reader.thin;
    }

    /// The symbol index; empty where the archiver wrote none.
    public Optional<ArchiveIndex> index() {
      return reader.index;
    }

    /// The member whose header stands at `at`.
    public ArchiveMember at(long at) throws MalformedFileException {
      reader.members.clear();
      reader.member(at);
      if (reader.members.isEmpty()) {
        throw reader.file.malformed(at, "no member, but one of the archive's own tables");
      }
      return reader.members.getFirst();
    }
  }

  private final ByteView file;
  private final MemberHeaders headers;
  private final boolean thin;
  private final List<ArchiveMember> members = new ArrayList<>();
  private Optional<LongNames> longNames = Optional.empty();
  private Optional<ArchiveIndex> index = Optional.empty();

  /// How many of the archive's own tables were come by.
  private int tables;

  private ArchiveReader(ByteView file, boolean thin) {
    this.file = file;
    this.headers = new MemberHeaders(file);
    this.thin = thin;
  }

  private Archive archive() {
    try {
      long at = walk(MAGIC.length(), 0);
      int tablesInFront = tables;
      var later = LaterHalf.begin(this, at);
      at = walk(at, later.isPresent() ? later.get().from() : file.size());
      if (later.isPresent() && later.get().from() == at && tables == tablesInFront) {
        var rest = later.get().members();
        members.addAll(rest.members());
        return new Archive(thin, index, members, rest.damage());
      }
      walk(at, file.size());
      return new Archive(thin, index, members, Optional.empty());
    } catch (MalformedFileException e) {
      return new Archive(thin, index, members, Optional.of(e));
    }
  }

  /// Reads members from `at` on until one is read and `to` is reached, and says where that was.
  private long walk(long at, long to) throws MalformedFileException {
    long here = at;
    while (here < file.size() && (here < to || members.isEmpty())) {
      here = member(here);
    }
    return here;
  }

  /// Where about the half of the members is behind, as the index has it; nothing where that makes
  /// no sense or an archive is so small that it is read before a thread begins.
  private OptionalLong half(long at) {
    try {
      if (index.isPresent() && file.size() - at >= WORTH_A_THREAD) {
        long half = index.get().member(index.get().count() / 2);
        return half > at && half < file.size() ? OptionalLong.of(half) : OptionalLong.empty();
      }
    } catch (MalformedFileException e) {
      return OptionalLong.empty(); // whoever asks the index hears of it
    }
    return OptionalLong.empty();
  }

  /// The members of the later half of a large archive, read in a thread of its own while the first
  /// half is. They count where the first half ends at the member that this one began with, and no
  /// table of names came in between.
  private static final class LaterHalf implements Runnable {

    private final ArchiveReader reader;
    private final long from;
    private final Thread thread = new Thread(this, "nib-archive");
    private Optional<MalformedFileException> damage = Optional.empty();
    private Optional<RuntimeException> failure = Optional.empty();

    private LaterHalf(ArchiveReader first, long from) {
      this.reader = new ArchiveReader(first.file.windowed(), first.thin);
      this.from = from;
      reader.index = first.index;
      reader.longNames = first.longNames.map(LongNames::again);
    }

    static Optional<LaterHalf> begin(ArchiveReader first, long at) {
      var from = first.half(at);
      if (from.isEmpty()) {
        return Optional.empty();
      }
      var half = new LaterHalf(first, from.getAsLong());
      half.thread.setDaemon(true);
      half.thread.start();
      return Optional.of(half);
    }

    long from() {
      return from;
    }

    @Override
    public void run() {
      try {
        reader.walk(from, reader.file.size());
      } catch (MalformedFileException e) {
        damage = Optional.of(e);
      } catch (RuntimeException e) {
        failure = Optional.of(e);
      } catch (OutOfMemoryError e) {
        failure = Optional.of(new IllegalStateException(e)); // half of the members is no answer
      }
    }

    Archive members() {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException("the reading was cancelled");
      }
      failure.ifPresent(e -> {
        throw e;
      });
      return new Archive(reader.thin, reader.index, reader.members, damage);
    }
  }

  /// Reads the member whose header stands at `at`, and says where the next one does.
  private long member(long at) throws MalformedFileException {
    var header = headers.at(at);
    if (!header.has(END_AT, END)) {
      throw header.malformed(END_AT, "a member's header ends here with other bytes than \"`\\n\"");
    }
    long size = HeaderFields.size(header);
    String plain = plainName(header);
    String field = plain == null ? header.ascii(0, NAME_SIZE).stripTrailing() : "";
    boolean table = isTable(field);
    var content = file.slice(at + HEADER_SIZE, thin && !table ? 0 : size);
    if (table) {
      tables++;
    }
    if (plain != null) {
      members.add(new ArchiveMember(plain, header.base(), size, content, OptionalLong.empty()));
    } else if (field.equals("//")) {
      longNames = Optional.of(new LongNames(content));
    } else if (table) {
      index(field, content);
    } else {
      add(header, field, size, content);
    }
    long end = at + HEADER_SIZE + content.size();
    return end + (end & 1);
  }

  /// The member's name where the field is `/123`, a place in the table of long names, or `name/`,
  /// and nothing but blanks, as those of nearly all members of large archives are; otherwise null.
  private @Nullable String plainName(ByteView header) throws MalformedFileException {
    byte[] field = header.copy(0, NAME_SIZE);
    int end = HeaderFields.end(field);
    if (end < 2 || field[0] == '_' || field[0] == '#') {
      return null;
    }
    if (field[0] != '/') {
      return HeaderFields.shortName(field, end);
    }
    long at = HeaderFields.number(field, 1, end);
    return at < 0 ? null : longName(header, at);
  }

  private void add(ByteView header, String field, long size, ByteView content)
      throws MalformedFileException {
    if (!field.startsWith("#1/")) {
      members.add(
          new ArchiveMember(
              name(header, field), header.base(), size, content, nested(header, field)));
      return;
    }
    long length = HeaderFields.decimal(header, 3, field.substring(3));
    if (length > LongNames.LONGEST) {
      throw header.malformed(3, "a name of %d bytes".formatted(length));
    }
    String name = upToNul(content.copy(0, (int) length));
    var data = content.slice(length, content.size() - length);
    if (isTable(name)) {
      tables++;
      index(name, data);
    } else {
      members.add(new ArchiveMember(name, header.base(), data.size(), data, OptionalLong.empty()));
    }
  }

  /// Takes the first symbol index. Microsoft's archives have a second one, which says the same
  /// sorted.
  private void index(String name, ByteView content) {
    if (name.equals("/<ECSYMBOLS>/")) {
      index = index.map(one -> new ArchiveIndex(one.dialect(), one.wide(), one.table(), true));
    }
    if (index.isPresent()) {
      return;
    }
    switch (name) {
      case "/" -> index = Optional.of(new ArchiveIndex(Dialect.GNU, false, content));
      case "/SYM64/" -> index = Optional.of(new ArchiveIndex(Dialect.GNU, true, content));
      case "__.SYMDEF", "__.SYMDEF SORTED" ->
          index = Optional.of(new ArchiveIndex(Dialect.BSD, false, content));
      case "__.SYMDEF_64", "__.SYMDEF_64 SORTED" ->
          index = Optional.of(new ArchiveIndex(Dialect.BSD, true, content));
      default -> {}
    }
  }

  /// The archive's own tables: symbol indexes of all dialects, long names, and what `llvm-lib` adds
  /// for ARM64EC.
  private static boolean isTable(String name) {
    if (!name.startsWith("/") && !name.startsWith("_")) {
      return false;
    }
    return switch (name) {
      case "/",
          "//",
          "/SYM64/",
          "__.SYMDEF",
          "__.SYMDEF SORTED",
          "__.SYMDEF_64",
          "__.SYMDEF_64 SORTED",
          "/<ECSYMBOLS>/",
          "/<HYBRIDMAP>/",
          "/<XFGHASHMAP>/" ->
          true;
      default -> false;
    };
  }

  private String name(ByteView header, String field) throws MalformedFileException {
    if (field.startsWith("/")) {
      return longName(header, field);
    }
    int slash = field.indexOf('/');
    int length = slash < 0 ? field.length() : slash;
    return RawText.decode(header.copy(0, length));
  }

  /// What stands behind the colon of `/12:3456`, in a thin archive alone.
  private OptionalLong nested(ByteView header, String field) throws MalformedFileException {
    int colon = field.indexOf(':');
    return thin && field.startsWith("/") && colon > 0
        ? OptionalLong.of(HeaderFields.decimal(header, colon + 1L, field.substring(colon + 1)))
        : OptionalLong.empty();
  }

  private String longName(ByteView header, String field) throws MalformedFileException {
    // GNU ar leaves the slash of a 15-letter name behind, at the end of the field.
    int end = 1;
    while (end < field.length() && field.charAt(end) != ' ' && field.charAt(end) != ':') {
      end++;
    }
    return longName(header, HeaderFields.decimal(header, 1, field.substring(1, end)));
  }

  private String longName(ByteView header, long at) throws MalformedFileException {
    if (longNames.isEmpty() || at >= longNames.get().size()) {
      String field = header.ascii(0, NAME_SIZE).stripTrailing();
      throw header.malformed(
          0,
          longNames.isEmpty()
              ? "the name `%s` and no table of long names".formatted(field)
              : "the name `%s` and only %d bytes of long names"
                  .formatted(field, longNames.get().size()));
    }
    return longNames.get().at(at);
  }

  private static String upToNul(byte[] bytes) {
    String name = RawText.decode(bytes);
    int end = name.indexOf('\0');
    return end < 0 ? name : name.substring(0, end);
  }
}
