package nib.engine.dwarf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nib.engine.binary.CString;
import nib.engine.binary.MalformedFileException;
import nib.engine.binary.RawText;
import nib.engine.dwarf.Evidence.Reason;
import nib.engine.objectfile.DebugSection;

/// The names of source files, which entries tell as numbers: they stand in the header of the unit's
/// line table (DWARF 5, section 6.2.4).
final class SourceFiles {

  private static final int PATH = 1; // DW_LNCT_path
  private static final int DIRECTORY = 2; // DW_LNCT_directory_index

  private final Space space;
  private final Map<Long, Files> tables = new HashMap<>();

  SourceFiles(Space space) {
    this.space = space;
  }

  /// The file's path, with the folder that the compiler ran in where it is told; empty for a number
  /// that stands for none.
  String path(Unit unit, long number) throws MalformedFileException, NoEvidenceException {
    if (unit.lineTable < 0 || space.other(".debug_line").bytes().length == 0) {
      return "";
    }
    var files = tables.get(unit.lineTable);
    if (files == null) {
      files = new Header(unit).read();
      tables.put(unit.lineTable, files);
    }
    return number >= 0 && number < files.all().size() ? path(files, (int) number) : "";
  }

  private String path(Files files, int number) throws MalformedFileException {
    if (number == files.lastNumber) {
      return files.last; // most functions of a unit stand in one file
    }
    var file = files.all().get(number);
    String folder = "";
    if (files.oldStyle && file.folder() == 0) {
      folder = files.compilationFolder;
    } else if (file.folder() >= 0 && file.folder() < files.folders().size()) {
      folder = joined(files.compilationFolder, text(files.folders().get((int) file.folder())));
    }
    files.lastNumber = number;
    files.last = joined(folder, text(file));
    return files.last;
  }

  private String text(Entry entry) throws MalformedFileException {
    int end = CString.end(entry.texts(), entry.at(), entry.texts().length);
    space.budget().spend(end - entry.at());
    return RawText.decode(entry.texts(), entry.at(), end - entry.at());
  }

  /// What a header lists. Names become texts when somebody asks for one.
  private static final class Files {
    private final List<Entry> folders;
    private final List<Entry> all;
    private final String compilationFolder;
    private final boolean oldStyle;
    private int lastNumber = -1;
    private String last = "";

    /// @param oldStyle whether folder 0 is the one the compiler ran in, without being listed
    Files(List<Entry> folders, List<Entry> all, String compilationFolder, boolean oldStyle) {
      this.folders = folders;
      this.all = all;
      this.compilationFolder = compilationFolder;
      this.oldStyle = oldStyle;
    }

    List<Entry> folders() {
      return folders;
    }

    List<Entry> all() {
      return all;
    }
  }

  private static boolean absolute(String path) {
    return path.startsWith("/")
        || path.startsWith("\\")
        || (path.length() > 2 && path.charAt(1) == ':');
  }

  /// A file's name behind that of its folder.
  static String joined(String folder, String name) {
    if (folder.isEmpty() || absolute(name)) {
      return name;
    }
    boolean windows = folder.indexOf('\\') >= 0 && folder.indexOf('/') < 0;
    return folder.endsWith("/") || folder.endsWith("\\")
        ? folder + name
        : folder + (windows ? "\\" : "/") + name;
  }

  /// Reads one header.
  private final class Header {
    private final Unit unit;
    private final DebugSection section;
    private final Cursor in;
    private final String compilationFolder;
    private int offsetSize = 4;
    private int addressSize;

    Header(Unit unit) throws MalformedFileException, NoEvidenceException {
      this.unit = unit;
      this.section = space.other(".debug_line");
      this.in = new Cursor(section.bytes(), space.big(), section::malformed);
      this.addressSize = unit.shape.addressSize();
      this.compilationFolder = space.rootText(unit, Attribute.COMP_DIR);
    }

    Files read() throws MalformedFileException, NoEvidenceException {
      in.skip(unit.lineTable);
      long length = in.fixed(4);
      if (length == 0xffff_ffffL) {
        offsetSize = 8;
        length = in.fixed(8);
      }
      int from = in.at;
      in.skip(length);
      in.end = in.at;
      in.at = from;
      int version = (int) in.fixed(2);
      if (version < 2 || version > 5) {
        throw new NoEvidenceException(Reason.UNKNOWN_VERSION, "line table " + version);
      }
      if (version >= 5) {
        addressSize = in.u8();
        in.u8(); // the size of segment selectors
      }
      long headerLength = in.fixed(offsetSize);
      int headerAt = in.at;
      in.skip(headerLength);
      in.end = in.at;
      in.at = headerAt;
      in.skip(version >= 4 ? 5 : 4);
      int operations = in.u8();
      in.skip(Math.max(0, operations - 1));
      return version >= 5 ? formatted() : plain();
    }

    private Files plain() throws MalformedFileException {
      var nothing = new Entry(new byte[1], 0, 0);
      var folders = new ArrayList<Entry>();
      folders.add(nothing);
      for (int at = in.at; !skippedEmpty(); at = in.at) {
        folders.add(new Entry(section.bytes(), at, 0));
      }
      var files = new ArrayList<Entry>();
      files.add(nothing); // number 0 stands for no file, also where the unit has a newer version
      for (int at = in.at; !skippedEmpty(); at = in.at) {
        files.add(new Entry(section.bytes(), at, in.uleb()));
        in.uleb(); // when it was changed
        in.uleb(); // its size
      }
      return new Files(folders, files, compilationFolder, true);
    }

    /// Goes behind a text and says whether it was empty, which ends a list.
    private boolean skippedEmpty() throws MalformedFileException {
      int from = in.at;
      in.skipText();
      return in.at == from + 1;
    }

    /// Folders and files as version 5 has them: each list tells what it tells of each entry.
    private Files formatted() throws MalformedFileException, NoEvidenceException {
      var folders = entries();
      return new Files(folders, entries(), compilationFolder, false);
    }

    private List<Entry> entries() throws MalformedFileException, NoEvidenceException {
      int fields = in.u8();
      var content = new long[fields];
      var form = new int[fields];
      for (int i = 0; i < fields; i++) {
        content[i] = in.uleb();
        form[i] = (int) Math.min(in.uleb() & Long.MAX_VALUE, 0xffff);
      }
      long count = in.uleb();
      if (count < 0 || (fields == 0 && count > 0) || count > in.end - in.at) {
        throw section.malformed(
            in.at, "%s files of %d fields".formatted(Long.toUnsignedString(count), fields));
      }
      var entries = new ArrayList<Entry>();
      for (int i = 0; i < count; i++) {
        entries.add(entry(content, form));
      }
      return entries;
    }

    private Entry entry(long[] content, int[] form)
        throws MalformedFileException, NoEvidenceException {
      byte[] texts = new byte[0];
      int at = 0;
      long folder = 0;
      for (int field = 0; field < form.length; field++) {
        if (content[field] == PATH && form[field] == Form.STRING) {
          texts = section.bytes();
          at = in.at;
          in.skipText();
        } else if (content[field] == PATH
            && (form[field] == Form.LINE_STRP || form[field] == Form.STRP)) {
          texts = texts(form[field]);
          at = place(in.fixed(offsetSize), texts);
        } else {
          long value = value(form[field]);
          folder = content[field] == DIRECTORY ? value : folder;
        }
      }
      return new Entry(texts, at, folder);
    }

    private byte[] texts(int form) throws MalformedFileException, NoEvidenceException {
      return (form == Form.STRP ? space.str() : space.other(".debug_line_str")).bytes();
    }

    private int place(long at, byte[] texts) throws MalformedFileException {
      if (at < 0 || at >= texts.length) {
        throw section.malformed(in.at - offsetSize, "a file name at 0x%x".formatted(at));
      }
      return (int) at;
    }

    private long value(int form) throws MalformedFileException, NoEvidenceException {
      return switch (form) {
        case Form.UDATA, Form.STRX -> in.uleb();
        case Form.BLOCK -> {
          in.skip(in.uleb());
          yield 0;
        }
        case Form.STRING -> {
          in.skipText();
          yield 0;
        }
        case Form.DATA16 -> {
          in.skip(16);
          yield 0;
        }
        default -> {
          int size = Form.size(form, shape());
          if (size == Form.VARIES) {
            throw new NoEvidenceException(
                Reason.UNKNOWN_FORM, "DW_FORM 0x%x in a line table".formatted(form));
          }
          yield in.fixed(size);
        }
      };
    }

    private Form.Shape shape() {
      return new Form.Shape(5, offsetSize, addressSize);
    }
  }

  /// A name, up to its NUL, and the number of its folder.
  private static final class Entry {
    private final byte[] texts;
    private final int at;
    private final long folder;

    Entry(byte[] texts, int at, long folder) {
      this.texts = texts;
      this.at = at;
      this.folder = folder;
    }

    byte[] texts() {
      return texts;
    }

    int at() {
      return at;
    }

    long folder() {
      return folder;
    }
  }
}
