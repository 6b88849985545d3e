package nib.engine.packages;

import java.util.Map;

/// What `pen.json` says (`lib/infra/src/json_package_configuration.rs`).
///
/// @param kind `application`, `library` or `system`; `unknown` where the file does not say
/// @param dependencies URLs by the name that modules import them under, in the file's order
public record Manifest(String kind, Map<String, String> dependencies) {}
