#pragma once

#include <string>

/// In which encoding a source's text really is. What a file says about itself is believed only as far as
/// its bytes allow it: Chinese shapefiles come with no .cpg, with LDID 0, or with a .cpg that lies.
namespace liangdi::exchange {

/// What a source says of its encoding, and what it is.
struct EncodingWord {
    std::string found;          ///< taken: "GB18030", "UTF-8" …
    std::string declared;       ///< by .cpg or language driver byte, as an encoding's name; empty for nothing
    std::string cpg;            ///< text of the .cpg, empty where there is none
    unsigned language = 0;      ///< the DBF's language driver byte
    bool beyond_ascii = false;  ///< there is text that tells encodings apart
    bool fits = true;           ///< all of the sample is text in `found`
    bool by_user = false;
};

EncodingWord dbf_word(const std::string& dbf, const std::string& said);
EncodingWord csv_word(const std::string& csv, const std::string& said);

/// `dbf` as GDAL opens it (also inside a zip). `said` is the user's word, believed as it is.
/// Order: the user, then UTF-8 where the bytes can hardly be anything else, then the .cpg and the language
/// driver byte where the bytes agree, then GB18030.
std::string dbf_encoding(const std::string& dbf, const std::string& said);

/// For delimited text: a byte-order mark, else UTF-8 where all of the sample is valid, else GB18030.
std::string csv_encoding(const std::string& csv, const std::string& said);

}  // namespace liangdi::exchange
