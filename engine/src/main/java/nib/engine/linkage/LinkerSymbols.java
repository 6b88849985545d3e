package nib.engine.linkage;

import java.util.Set;

/// Symbols that linkers define without being told by any file.
final class LinkerSymbols {

  /// From the default linker script of GNU ld (`ld --verbose`) and the ELF back ends of both
  /// linkers.
  private static final Set<String> MADE =
      Set.of(
          "_GLOBAL_OFFSET_TABLE_",
          "_PROCEDURE_LINKAGE_TABLE_",
          "_DYNAMIC",
          "_TLS_MODULE_BASE_",
          "__ehdr_start",
          "__executable_start",
          "__bss_start",
          "__global_pointer$",
          "_gp",
          "_gp_disp",
          "__gnu_local_gp",
          ".TOC.",
          "_SDA_BASE_",
          "_SDA2_BASE_",
          "__GNU_EH_FRAME_HDR",
          "etext",
          "_etext",
          "__etext",
          "edata",
          "_edata",
          "end",
          "_end",
          "__preinit_array_start",
          "__preinit_array_end",
          "__init_array_start",
          "__init_array_end",
          "__fini_array_start",
          "__fini_array_end",
          "__rela_iplt_start",
          "__rela_iplt_end",
          "__rel_iplt_start",
          "__rel_iplt_end",
          "__exidx_start",
          "__exidx_end");

  private LinkerSymbols() {}

  /// Whether a linker makes the symbol itself; `__start_` and `__stop_` stand before the names of
  /// sections (GNU ld manual, "Orphan Sections").
  static boolean makes(String symbol) {
    return MADE.contains(symbol) || symbol.startsWith("__start_") || symbol.startsWith("__stop_");
  }
}
