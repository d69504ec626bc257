# Writes a C++ source that holds a file's bytes:
#   cmake -DINPUT=da.mo -DOUTPUT=da_catalogue.cpp -DNAME=danish_catalogue -P embed.cmake
file(READ ${INPUT} bytes HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
string(REGEX REPLACE "((0x..,)(0x..,)(0x..,)(0x..,)(0x..,)(0x..,)(0x..,)(0x..,))" "\\1\n" bytes "${bytes}")
file(WRITE ${OUTPUT} "#include <cstddef>

namespace spoc::render {

extern const unsigned char ${NAME}[];
extern const std::size_t ${NAME}_size;
const unsigned char ${NAME}[] = {
${bytes}0};
const std::size_t ${NAME}_size = sizeof(${NAME}) - 1;

}  // namespace spoc::render
")
