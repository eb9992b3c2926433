package org.meetwright.server.settings;

import java.nio.file.Path;

/// Where the server's certificate is.
///
/// @param certificate a PEM file with the certificate and those between it and the root
/// @param key a PEM file with its private key, in PKCS #8, not encrypted
public record TlsFiles(Path certificate, Path key) {}
