// SPDX-License-Identifier: Apache-2.0

extension Population {
    /// The same people with the sides of every issue exchanged.
    var mirrored: Population {
        var mirrored = self
        mirrored.innate = innate.map { -$0 }
        return mirrored
    }
}
