package nib.engine.objectfile.bitcode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nib.engine.binary.ByteView;
import nib.engine.binary.MalformedFileException;

/// Finds the two blocks of a bitcode file that are one run of bytes each: the names and the table
/// of symbols. All other blocks are stepped over, whatever a newer LLVM writes into them ("LLVM
/// Bitcode File Format": "Blocks", "Abbreviations").
///
/// @param names content of `STRTAB_BLOCK`
/// @param symbols content of `SYMTAB_BLOCK`
record BitcodeBlobs(ByteView names, ByteView symbols) {

  private static final int STRTAB_BLOCK = 23;
  private static final int SYMTAB_BLOCK = 25;

  // Abbreviation numbers that every block knows.
  private static final int END_BLOCK = 0;
  private static final int ENTER_SUBBLOCK = 1;
  private static final int DEFINE_ABBREV = 2;
  private static final int FIRST_DEFINED = 4;

  private static final int OUTERMOST_WIDTH = 2;
  private static final int WIDEST = 32;

  private static final long WRAPPER = 0x0b17_c0deL;

  /// How an operand is written.
  private record Operand(int encoding, long data) {

    static final int LITERAL = 0;
    static final int FIXED = 1;
    static final int VARIABLE = 2;
    static final int BLOB = 5;
  }

  /// Empty where the file has not both blocks, as before LLVM 5, or has several modules' worth of
  /// them.
  static Optional<BitcodeBlobs> of(ByteView file) throws MalformedFileException {
    var input = new BitInput(unwrapped(file).loaded());
    input.fixed(WIDEST); // the magic number
    var names = new ArrayList<ByteView>();
    var symbols = new ArrayList<ByteView>();
    while (!input.ended()) {
      if (input.fixed(OUTERMOST_WIDTH) != ENTER_SUBBLOCK) {
        return Optional.empty();
      }
      int block = (int) input.variable(8);
      int width = (int) input.variable(4);
      input.align();
      var content = input.words(input.fixed(WIDEST));
      if (block == STRTAB_BLOCK) {
        blob(content, width).ifPresent(names::add);
      } else if (block == SYMTAB_BLOCK) {
        blob(content, width).ifPresent(symbols::add);
      }
    }
    return names.size() == 1 && symbols.size() == 1
        ? Optional.of(new BitcodeBlobs(names.getFirst(), symbols.getFirst()))
        : Optional.empty();
  }

  /// Darwin's compilers put a header before the bitcode ("Bitcode Wrapper Format").
  private static ByteView unwrapped(ByteView file) throws MalformedFileException {
    return file.u32(0) == WRAPPER ? file.slice(file.u32(8), file.u32(12)) : file;
  }

  /// The one record of a block.
  private static Optional<ByteView> blob(BitInput block, int width) throws MalformedFileException {
    var abbreviations = new ArrayList<List<Operand>>();
    while (width >= 2 && width <= WIDEST && !block.ended()) {
      long number = block.fixed(width);
      if (number == END_BLOCK) {
        break;
      }
      if (number == DEFINE_ABBREV) {
        abbreviations.add(abbreviation(block));
      } else if (number >= FIRST_DEFINED && number - FIRST_DEFINED < abbreviations.size()) {
        return record(block, abbreviations.get((int) number - FIRST_DEFINED));
      } else {
        break; // a form that no LLVM writes here
      }
    }
    return Optional.empty();
  }

  private static List<Operand> abbreviation(BitInput block) throws MalformedFileException {
    long count = block.variable(5);
    var operands = new ArrayList<Operand>();
    for (long i = 0; i < count; i++) {
      if (block.fixed(1) == 1) {
        operands.add(new Operand(Operand.LITERAL, block.variable(8)));
      } else {
        int encoding = (int) block.fixed(3);
        boolean sized = encoding == Operand.FIXED || encoding == Operand.VARIABLE;
        operands.add(new Operand(encoding, sized ? block.variable(5) : 0));
      }
    }
    return operands;
  }

  private static Optional<ByteView> record(BitInput block, List<Operand> operands)
      throws MalformedFileException {
    for (var operand : operands) {
      boolean sized = operand.data() >= 2 && operand.data() <= WIDEST;
      switch (operand.encoding()) {
        case Operand.LITERAL -> {}
        case Operand.BLOB -> {
          return Optional.of(block.blob(block.variable(6)));
        }
        case Operand.FIXED -> block.fixed(Math.clamp(operand.data(), 0, WIDEST));
        case Operand.VARIABLE -> {
          if (!sized) {
            return Optional.empty();
          }
          block.variable((int) operand.data());
        }
        default -> {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }
}
