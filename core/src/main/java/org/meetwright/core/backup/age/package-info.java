/// Encryption with a pass phrase in the format of [age](https://age-encryption.org/v1), with what
/// Java and Password4j have, so that the program `age` reads what is written here.
@NullMarked
package org.meetwright.core.backup.age;

import org.jspecify.annotations.NullMarked;
