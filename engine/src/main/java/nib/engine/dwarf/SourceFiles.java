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
  private final Map<Long, List<String>> tables = new HashMap<>();

  SourceFiles(Space space) {
    this.space = space;
  }

  /// The file's path, with the folder that the compiler ran in where it is told; empty for a number
  /// that stands for none.
  String path(Unit unit, long number) throws MalformedFileException, NoEvidenceException {
    if (unit.lineTable < 0 || space.other(".debug_line").bytes().length == 0) {
      return "";
    }
    long key = unit.lineTable;
    var files = tables.get(key);
    if (files == null) {
      files = new Header(unit).read();
      tables.put(key, files);
    }
    return number >= 0 && number < files.size() ? files.get((int) number) : "";
  }

  private static boolean absolute(String path) {
    return path.startsWith("/")
        || path.startsWith("\\")
        || (path.length() > 2 && path.charAt(1) == ':');
  }

  private static String joined(String folder, String name) {
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

    List<String> read() throws MalformedFileException, NoEvidenceException {
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

    private List<String> plain() throws MalformedFileException {
      var folders = new ArrayList<String>();
      folders.add(compilationFolder);
      for (String one = text(); !one.isEmpty(); one = text()) {
        folders.add(joined(compilationFolder, one));
      }
      var files = new ArrayList<String>();
      files.add(""); // number 0 stands for no file, also where the unit has a newer version
      for (String one = text(); !one.isEmpty(); one = text()) {
        long folder = in.uleb();
        in.uleb(); // when it was changed
        in.uleb(); // its size
        files.add(joined(at(folders, folder), one));
        space.budget().spend(folders.size() > folder && folder >= 0 ? files.getLast().length() : 1);
      }
      return files;
    }

    private String text() throws MalformedFileException {
      int from = in.at;
      in.skipText();
      return RawText.decode(section.bytes(), from, in.at - from - 1);
    }

    private static String at(List<String> list, long index) {
      return index >= 0 && index < list.size() ? list.get((int) index) : "";
    }

    /// Folders and files as version 5 has them: each list tells what it tells of each entry.
    private List<String> formatted() throws MalformedFileException, NoEvidenceException {
      var folders = new ArrayList<String>();
      for (var one : entries()) {
        folders.add(joined(compilationFolder, one.path));
      }
      var files = new ArrayList<String>();
      for (var one : entries()) {
        files.add(joined(at(folders, one.folder), one.path));
        space.budget().spend(files.getLast().length());
      }
      return files;
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
        String path = "";
        long folder = 0;
        for (int field = 0; field < fields; field++) {
          if (content[field] == PATH) {
            path = path(form[field]);
          } else {
            long value = value(form[field]);
            folder = content[field] == DIRECTORY ? value : folder;
          }
        }
        entries.add(new Entry(path, folder));
      }
      return entries;
    }

    private String path(int form) throws MalformedFileException, NoEvidenceException {
      int size = form == Form.STRING ? 0 : Form.size(form, shape());
      if (form == Form.STRING) {
        return text();
      }
      if (form != Form.LINE_STRP && form != Form.STRP) {
        value(form);
        return "";
      }
      long at = in.fixed(size);
      byte[] texts = (form == Form.STRP ? space.str() : space.other(".debug_line_str")).bytes();
      int end =
          at < 0 || at >= texts.length ? texts.length : CString.end(texts, (int) at, texts.length);
      if (end == texts.length) {
        throw section.malformed(in.at - size, "a file name at 0x%x".formatted(at));
      }
      space.budget().spend(end - (int) at);
      return RawText.decode(texts, (int) at, end - (int) at);
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

  private record Entry(String path, long folder) {}
}
