// SPDX-License-Identifier: Apache-2.0
public import Instrument

/// What others read of a rule-book: OSCAL for their programs, CSV for their spreadsheets.
public enum InstrumentExports {
    /// The files of an edition: name and text.
    ///
    /// Those that would be empty are left out: no profile where no clause is in force, no mapping where no article points to a
    /// law, no ladder where there are no positions.
    public static func files(of edition: Edition) -> [(name: String, text: String)] {
        var files = [(name: OSCALCatalog.file, text: OSCALCatalog(edition).text)]
        if let profile = OSCALProfile(edition) { files.append((OSCALProfile.file, profile.text)) }
        if let mapping = OSCALMapping(edition) {
            files.append((OSCALMapping.file, mapping.text))
            files += mapping.catalogs
        }
        return files + InstrumentTables(edition).texts
    }
}
