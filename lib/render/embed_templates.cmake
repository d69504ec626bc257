# Writes a C++ source that holds the default templates:
#   cmake -DFOLDER=config/templates -DOUTPUT=built_in_templates.cpp -P embed_templates.cmake
set(entries "")
foreach(language da en)
    file(GLOB files ${FOLDER}/${language}/*.mustache)
    list(SORT files)
    foreach(file ${files})
        cmake_path(GET file STEM name)
        file(READ ${file} text)
        string(APPEND entries "    {\"${language}\", \"${name}\", R\"mustache(${text})mustache\"},\n")
    endforeach()
endforeach()
file(WRITE ${OUTPUT} "#include \"lib/render/built_in_templates.hpp\"

namespace spoc::render {

namespace {

constexpr BuiltInTemplate templates[] = {
${entries}};

}  // namespace

std::span<const BuiltInTemplate> built_in_templates() {
    return templates;
}

}  // namespace spoc::render
")
