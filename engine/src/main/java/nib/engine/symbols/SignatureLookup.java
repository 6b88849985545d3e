package nib.engine.symbols;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nib.engine.archive.ArchiveReader;
import nib.engine.binary.MalformedFileException;
import nib.engine.binary.NameSet;
import nib.engine.diagnostic.FailureException;
import nib.engine.dwarf.Evidence.NoEvidence;
import nib.engine.dwarf.Evidence.Reason;
import nib.engine.objectfile.ObjectFormat;

/// What debugging information tells of functions of a few names in a library.
///
/// An archive's index tells in which members they are; a name that is not found there after all is
/// looked for in every member, since an index may be old.
public final class SignatureLookup {

  private final LibraryFile library;
  private final NameSet wanted;
  private final Set<String> missing;
  private final Map<String, DefinedFunction> found = new LinkedHashMap<>();

  /// What the index says of names whose member is of a kind that is not opened.
  private final Map<String, DefinedFunction> unopened = new LinkedHashMap<>();

  private SignatureLookup(LibraryFile library, Collection<String> names) {
    this.library = library;
    this.wanted = new NameSet(names);
    this.missing = new HashSet<>(names);
  }

  /// Looks the names up; safe to call from any number of threads. The first member that defines a
  /// name counts, as in a link; names that none defines are not in the answer.
  ///
  /// @throws FailureException when the file is no library, or cannot be read
  public static Map<String, DefinedFunction> find(Path file, Collection<String> names)
      throws FailureException {
    try (var library = LibraryFile.open(file)) {
      return new SignatureLookup(library, names).run();
    }
  }

  private Map<String, DefinedFunction> run() throws FailureException {
    library.reading(() -> {
      askTheIndex();
      return library;
    });
    if (!missing.isEmpty()) {
      var left = Set.copyOf(missing);
      OpenLibrary.of(library).forEachSignature(left::contains, this::add);
      unopened.forEach(found::putIfAbsent);
    }
    return found;
  }

  private void askTheIndex() {
    try {
      if (!ArchiveReader.isArchive(library.view())) {
        return;
      }
      var finder = new ArchiveReader.Finder(library.view());
      if (finder.index().isEmpty()) {
        return;
      }
      var index = finder.index().get();
      var search = IndexSearch.of(index, wanted);
      var offsets = new long[wanted.size()];
      for (int i = 0; i < offsets.length; i++) {
        long entry = search.first(i);
        offsets[i] = entry == IndexSearch.NOWHERE ? -1 : index.member(entry);
      }
      openMembers(offsets);
    } catch (MalformedFileException e) {
      // Every member is asked for what is missing, and says itself what is wrong.
      unopened.clear();
    }
  }

  /// Opens each member that the index names for a wanted name, once.
  private void openMembers(long[] offsets) throws MalformedFileException {
    var sought = new HashMap<Long, List<byte[]>>();
    for (int i = 0; i < offsets.length; i++) {
      if (offsets[i] >= 0) {
        sought.computeIfAbsent(offsets[i], _ -> new ArrayList<>(2)).add(wanted.bytes(i));
      }
    }
    var reader =
        new MembersAt.Reader<Optional<MemberSignatures>>() {
          @Override
          public Optional<MemberSignatures> read(long offset, Batches.Item item) {
            var names = sought.getOrDefault(offset, List.of());
            return Optional.of(SignatureMembers.sought(library.path(), names).read(item));
          }

          @Override
          public Optional<MemberSignatures> nothing(long offset, MalformedFileException why) {
            return Optional.empty(); // every member is asked for what is missing
          }
        };
    for (var read : MembersAt.read(library, offsets, reader)) {
      read.ifPresent(this::add);
      if (read.isPresent() && read.get().member() instanceof Member.Unopened other) {
        for (int i = 0; i < offsets.length; i++) {
          if (offsets[i] == other.offset()) {
            unopened.put(wanted.name(i), defined(other, unread(other.format())));
          }
        }
      }
    }
  }

  private void add(MemberSignatures read) {
    for (var function : read.functions()) {
      if (missing.remove(function.symbol())) {
        found.put(
            function.symbol(),
            new DefinedFunction(read.member().name(), read.member().offset(), function.evidence()));
      }
    }
    if (read.member() instanceof Member.Read object && !missing.isEmpty()) {
      var symbols = object.object().symbols();
      for (int i = 0; i < symbols.size(); i++) {
        int position = symbols.findName(i, wanted::find);
        if (position >= 0
            && !SignatureMembers.isFunction(symbols, i)
            && missing.remove(wanted.name(position))) {
          found.put(wanted.name(position), defined(object, new NoEvidence(Reason.NOT_A_FUNCTION)));
        }
      }
    }
  }

  private static DefinedFunction defined(Member member, NoEvidence why) {
    return new DefinedFunction(member.name(), member.offset(), why);
  }

  private static NoEvidence unread(ObjectFormat format) {
    return new NoEvidence(Reason.NOT_AN_OBJECT, format.words());
  }
}
