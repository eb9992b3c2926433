package org.meetwright.core.access.secrets;

import java.nio.file.Path;

/// What a new key was made for.
///
/// @param secrets how many secrets were encrypted again
/// @param keyId the new key's id
/// @param file where it is
public record KeyRotation(int secrets, String keyId, Path file) {}
