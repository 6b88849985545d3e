package nib.app.palette;

/// Something the search found.
///
/// @param kind what sort of thing it is: "import", "command"
/// @param detail what tells it from others of its name
public record Hit(String kind, String title, String detail, Runnable action) {}
